package org.guixue.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guixue.Violation;

/**
 * What is said of one persuasion when it is recorded.
 *
 * @param by names of who went
 * @param lines for each of them the line it belongs to (学校 教育 乡镇 村 公安 民政 …), empty where it is not said
 * @param met who was met; empty where it is not said
 * @param childSaid what the child said, where it was met
 * @param refuses whether the child itself refuses, as those who heard it judged; where nobody says, whatever it said counts so
 * @param notReturned why the child does not come back
 * @param photos ids of evidence files
 */
public record PersuasionDetails(
        LocalDate on,
        List<String> by,
        List<String> lines,
        String place,
        String how,
        String result,
        Optional<Met> met,
        String childSaid,
        String guardianSaid,
        Optional<LocalDate> promisedOn,
        String notReturned,
        List<Long> photos,
        Optional<Boolean> refuses) {
    /** As long as the papers have room for (赣州辍学登记表, 劝返过程详细记录): what is taken here is not refused there. */
    static final int LONGEST_NAMES = 200;

    static final int LONGEST_PLACE = 200;
    static final int LONGEST_COURSE = 1000;
    static final int LONGEST_RESULT = 500;
    private static final int LONGEST_LINE = 20;
    private static final int LONGEST_PROMISE_YEARS = 2;
    private static final int MOST_PHOTOS = 30;

    /** A government or a department other than education, as people write their line; what nobody knows counts for none. */
    private static final Pattern OTHER_DEPARTMENT =
            Pattern.compile("乡|镇|街道|办事处|政府|公安|派出所|警|民政|残联|残疾人|妇联|司法|法院|检察|市场监管|工商|团委|共青团|关工委|工会|人社|人力资源"
                    + "|劳动|卫健|卫生|医保|扶贫|政法|综治|纪委|监委|组织部|宣传|统战|民宗|民族|宗教|财政|文旅|文广|文化|网信|应急|信访|人大|政协|武装");

    /** 东山镇中心小学, 镇教办 and 东山镇桥头村 are none, although a town stands in their names. */
    private static final Pattern EDUCATION_OR_VILLAGE = Pattern.compile("学校|小学|中学|校|教|村|社区|居委");

    private static final Pattern AT_A_DISTANCE = Pattern.compile("电话|微信|短信|视频|QQ|网络");
    private static final Pattern IN_PERSON = Pattern.compile("入户|上门|面谈|家访|当面|到家");

    private static final Pattern NOBODY = Pattern.compile("无|没有|无人|没有人|不详|未知");

    /** Whom they met. */
    public enum Met {
        CHILD("学生"),
        GUARDIAN("监护人"),
        BOTH("学生和监护人"),
        NOBODY("没有见到人");

        private final String label;

        Met(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean child() {
            return this == CHILD || this == BOTH;
        }
    }

    public PersuasionDetails {
        by = List.copyOf(by);
        lines = List.copyOf(lines);
        photos = List.copyOf(photos);
    }

    /** Where nobody judged what the child wants. */
    public PersuasionDetails(
            LocalDate on,
            List<String> by,
            List<String> lines,
            String place,
            String how,
            String result,
            Optional<Met> met,
            String childSaid,
            String guardianSaid,
            Optional<LocalDate> promisedOn,
            String notReturned,
            List<Long> photos) {
        this(
                on,
                by,
                lines,
                place,
                how,
                result,
                met,
                childSaid,
                guardianSaid,
                promisedOn,
                notReturned,
                photos,
                Optional.empty());
    }

    /** As the first forms said it. */
    public PersuasionDetails(LocalDate on, List<String> by, String place, String how, String result) {
        this(on, by, List.of(), place, how, result, Optional.empty(), "", "", Optional.empty(), "", List.of());
    }

    /**
     * 联合劝返: in person, of two lines or more, at least one of them a government or a department other than education
     * (casework: 宁教综〔2021〕22号 三).
     */
    public boolean joint() {
        boolean present = met.filter(who -> who != Met.NOBODY).isPresent()
                && (IN_PERSON.matcher(how).find() || !AT_A_DISTANCE.matcher(how).find());
        return present
                && IntStream.range(0, Math.min(lines.size(), by.size()))
                        .anyMatch(one -> ofOtherDepartment(lines.get(one)) && anotherStoodBeside(one));
    }

    private static boolean ofOtherDepartment(String line) {
        String of = line.replaceAll("乡村振兴|农业农村", "扶贫");
        return OTHER_DEPARTMENT.matcher(of).find()
                && !EDUCATION_OR_VILLAGE.matcher(of).find();
    }

    /** Somebody else, of another line: one person of two lines is still one. */
    private boolean anotherStoodBeside(int one) {
        return IntStream.range(0, Math.min(lines.size(), by.size()))
                .anyMatch(other -> !lines.get(other).isEmpty()
                        && !lines.get(other).equals(lines.get(one))
                        && !by.get(other).equals(by.get(one)));
    }

    /** Who went, each with the line where it is said: 林晓芳（学校）、陈国栋（乡镇）. */
    public String byWithLines() {
        return IntStream.range(0, by.size())
                .mapToObj(i -> i < lines.size() && !lines.get(i).isEmpty()
                        ? "%s（%s）".formatted(by.get(i), lines.get(i))
                        : by.get(i))
                .collect(Collectors.joining("、"));
    }

    /** Whether the child itself was heard, and refused. */
    boolean childRefuses() {
        return met.filter(Met::child).isPresent() && !childSaid.isBlank() && refuses.orElse(true);
    }

    List<Violation> violations(LocalDate openedOn, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (on.isAfter(today)) {
            found.add(new Violation("on", "劝返日期不能晚于今天，请核对后重填"));
        } else if (on.isBefore(openedOn.minusYears(1))) {
            found.add(new Violation("on", "劝返日期早于建档日期一年以上，请核对后重填"));
        }
        if (by.isEmpty() || by.stream().anyMatch(PersuasionDetails::isNobody)) {
            found.add(new Violation("by", "请填写参加劝返的人员，至少一人"));
        } else if (String.join("、", by).length() > LONGEST_NAMES) {
            found.add(new Violation("by", "参加人员合计最多%d个字，请删减".formatted(LONGEST_NAMES)));
        } else if (lines.stream().anyMatch(line -> line.length() > LONGEST_LINE || line.contains("、"))) {
            found.add(new Violation("by", "每人只写一条线，如学校、乡镇、公安，最多%d个字".formatted(LONGEST_LINE)));
        }
        text("place", place, LONGEST_PLACE, "请填写劝返地点", found);
        text("how", how, LONGEST_COURSE, "请填写如何开展劝返工作", found);
        text("result", result, LONGEST_RESULT, "请填写劝返结果", found);
        optional("childSaid", childSaid, found);
        optional("guardianSaid", guardianSaid, found);
        optional("notReturned", notReturned, found);
        if (!childSaid.isBlank() && met.filter(Met::child).isEmpty()) {
            found.add(new Violation("met", "写了学生怎么说，请选择见到了学生"));
        }
        if (refuses.filter(Boolean::booleanValue).isPresent()
                && (childSaid.isBlank() || met.filter(Met::child).isEmpty())) {
            found.add(new Violation("childSaid", "学生本人拒绝的，要见到学生，并写明学生怎么说"));
        }
        if (promisedOn.filter(day -> day.isBefore(on)).isPresent()) {
            found.add(new Violation("promisedOn", "约定返校日期不能早于劝返日期，请核对后重填"));
        }
        if (promisedOn
                .filter(day -> day.isAfter(on.plusYears(LONGEST_PROMISE_YEARS)))
                .isPresent()) {
            found.add(new Violation("promisedOn", "约定返校日期太远，请核对后重填"));
        }
        if (photos.size() > MOST_PHOTOS) {
            found.add(new Violation("photos", "照片最多%d张".formatted(MOST_PHOTOS)));
        }
        return found;
    }

    private static boolean isNobody(String name) {
        return name.codePoints().noneMatch(Character::isLetter)
                || NOBODY.matcher(name).matches();
    }

    private static void optional(String field, String text, List<Violation> found) {
        if (text.codePointCount(0, text.length()) > LONGEST_RESULT) {
            found.add(new Violation(field, "最多%d个字，请删减".formatted(LONGEST_RESULT)));
        }
    }

    private static void text(String field, String text, int max, String whenEmpty, List<Violation> found) {
        if (text.isBlank()) {
            found.add(new Violation(field, whenEmpty));
        } else if (text.codePointCount(0, text.length()) > max) {
            found.add(new Violation(field, "最多%d个字，请删减".formatted(max)));
        }
    }
}
