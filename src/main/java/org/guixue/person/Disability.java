package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.identity.CodeList;
import org.guixue.identity.Mask;
import org.guixue.identity.NationalId;
import org.guixue.identity.Normaliser;
import org.guixue.identity.VisibleText;

/**
 * A child's disability as its certificate states it (残疾人证). Parts that are not known are empty. The certificate's number is
 * the resident ID, a figure for the kind and one for the grade; {@link #refusal} holds the parts against each other. It
 * cannot be changed.
 */
@Embeddable
public class Disability {
    /** In the order of their codes, 1 first. */
    public static final List<String> KINDS = List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重");

    public static final List<String> GRADES = List.of("一级", "二级", "三级", "四级");
    static final int LONGEST_REMARK = 2000;
    private static final String NOBODY = "无残疾";
    private static final String OTHERWISE = "其他残疾";
    private static final CodeList KIND_OPTIONS = CodeList.of(
                    "0", NOBODY, "1", "视力", "2", "听力", "3", "言语", "4", "肢体", "5", "智力", "6", "精神", "7", "多重", "9",
                    OTHERWISE)
            .also(NOBODY, "无", "否", "非残疾", "非残疾人", "未残疾", "不是", "没有", "没有残疾", "正常", "健康", "健康或良好", "/", "-")
            .also("视力", "视力残疾", "视力残疾人", "视力障碍", "盲")
            .also("听力", "听力残疾", "听力残疾人", "听力障碍", "聋")
            .also("言语", "言语残疾", "言语残疾人", "言语障碍")
            .also("肢体", "肢体残疾", "肢体残疾人", "肢体障碍")
            .also("智力", "智力残疾", "智力残疾人", "智力障碍")
            .also("精神", "精神残疾", "精神残疾人", "精神障碍")
            .also("多重", "多重残疾", "多重残疾人", "多重障碍", "综合残疾")
            .also(OTHERWISE, "其它残疾", "其他残疾人", "其他", "其它");
    private static final CodeList GRADE_OPTIONS = CodeList.of("1", "一级", "2", "二级", "3", "三级", "4", "四级")
            .also("一级", "1级", "一", "Ⅰ级")
            .also("二级", "2级", "二", "Ⅱ级")
            .also("三级", "3级", "三", "Ⅲ级")
            .also("四级", "4级", "四", "Ⅳ级");
    private static final Pattern IN_WORDS = Pattern.compile(
            "^(视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?(?:[，,、（(\\s]*([一二三四1-4])级[)）]?)?(?:[，,、；;\\s]+(.*))?$", Pattern.DOTALL);

    public static final Disability NONE = new Disability("", "", "", "");

    @Column(name = "disability_kind")
    private String kind = "";

    @Column(name = "disability_grade")
    private String grade = "";

    @Column(name = "disability_certificate")
    private String certificate = "";

    @Column(name = "disability_remark")
    private String remark = "";

    protected Disability() {}

    /**
     * @param kind one of {@link #KINDS}, also with 残疾 behind it or as its code
     * @param grade one of {@link #GRADES}, also as a figure
     * @param certificate 20 characters, spaces and full-width ones are accepted
     */
    public Disability(String kind, String grade, String certificate, String remark) {
        String option = KIND_OPTIONS.label(kind).orElseGet(() -> plain(kind));
        boolean named = !option.equals(NOBODY) && !option.equals(OTHERWISE);
        this.kind = named ? option : "";
        this.grade = GRADE_OPTIONS.label(grade).orElseGet(() -> plain(grade));
        this.certificate = Normaliser.code(certificate);
        String remarked = Normaliser.text(remark).strip();
        this.remark = option.equals(OTHERWISE) && remarked.isEmpty() ? OTHERWISE : remarked;
    }

    private static String plain(String text) {
        return Normaliser.code(text);
    }

    /** From what people write in one cell: 4-肢体残疾, 肢体残疾三级, 智力（二级）; what is not understood becomes the remark. */
    public static Disability parse(String text) {
        String typed = text.strip();
        Optional<String> option = KIND_OPTIONS.label(typed);
        if (typed.isEmpty() || option.isPresent()) {
            return new Disability(option.orElse(""), "", "", "");
        }
        Matcher matcher = IN_WORDS.matcher(typed);
        return matcher.matches()
                ? new Disability(matcher.group(1), orEmpty(matcher.group(2)), "", orEmpty(matcher.group(3)))
                : new Disability("", "", "", typed);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** Readable, without the certificate's number: 肢体残疾，三级，remark. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(kind.isEmpty() ? "" : kind + "残疾");
        parts.add(grade);
        parts.add(remark);
        parts.removeIf(String::isEmpty);
        return String.join("，", parts);
    }

    /** Why it cannot be kept so; the child's ID, where there is one, must be the certificate's. */
    public Optional<String> refusal(Optional<NationalId> id) {
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            return Optional.of("残疾类别应为" + String.join("、", KINDS) + "之一");
        }
        if (!grade.isEmpty() && !GRADES.contains(grade)) {
            return Optional.of("残疾等级应为" + String.join("、", GRADES) + "之一");
        }
        if (!grade.isEmpty() && kind.isEmpty()) {
            return Optional.of("填了残疾等级的请同时填写残疾类别");
        }
        return certificateRefusal(id).or(() -> VisibleText.linesRefusal(remark, LONGEST_REMARK));
    }

    private Optional<String> certificateRefusal(Optional<NationalId> id) {
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        if (!certificate.matches("[1-9]\\d{16}[\\dX][1-7][1-4](B[1-9])?")) {
            return Optional.of("残疾证号应为20位（18位身份证号、1位类别、1位等级），请对照证件核对");
        }
        String numbered = certificate.substring(0, 18);
        if (NationalId.checkCharacter(numbered) != numbered.charAt(17)) {
            return Optional.of("残疾证号前18位不是正确的身份证号，请对照证件核对");
        }
        if (id.isPresent() && !id.get().text().equals(numbered)) {
            return Optional.of("残疾证号前18位与身份证号不一致，请核对二者");
        }
        if (!kind.isEmpty() && !kind.equals(KINDS.get(certificate.charAt(18) - '1'))) {
            return Optional.of("残疾证号第19位与所填残疾类别不一致，请核对二者");
        }
        return grade.isEmpty() || grade.equals(GRADES.get(certificate.charAt(19) - '1'))
                ? Optional.empty()
                : Optional.of("残疾证号第20位与所填残疾等级不一致，请核对二者");
    }

    public boolean isNone() {
        return kind.isEmpty() && grade.isEmpty() && certificate.isEmpty() && remark.isEmpty();
    }

    public String kind() {
        return kind;
    }

    public String grade() {
        return grade;
    }

    public String certificate() {
        return certificate;
    }

    /** With the ID inside it masked. */
    public String maskedCertificate() {
        return certificate.length() < 20 ? "" : Mask.of(certificate);
    }

    public String remark() {
        return remark;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disability that
                && kind.equals(that.kind)
                && grade.equals(that.grade)
                && certificate.equals(that.certificate)
                && remark.equals(that.remark);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, grade, certificate, remark);
    }
}
