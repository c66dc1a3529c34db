package org.guixue.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.casefile.Casework;
import org.guixue.casefile.PersuasionDetails;
import org.guixue.casefile.Recording;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Facts;
import org.guixue.form.FormId;
import org.guixue.instrument.Photos;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** Opens some cases in the invented county and issues a dozen papers, the ordinary way. */
@ApplicationScoped
public class DemoPapers {
    private static final FormId HOME_VISIT = FormId.parse("haikou/home-visit-record");
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");
    private static final FormId REGISTRATION = FormId.parse("jiangxi/dropout-registration");
    private static final FormId AGREEMENT = FormId.parse("national/duty-agreement");
    private static final List<String> REASONS =
            List.of("厌学，跟随亲戚外出务工", "家庭突遭变故，在家照看弟妹", "沉迷网络，不愿到校", "父母外出务工，无人督促到校", "转学途中失去联系，现已找到");

    private final Casework casework;
    private final Recording recording;
    private final Cases cases;
    private final Students students;
    private final Issuing issuing;
    private final Photos photos;
    private final Clock clock;

    @Inject
    public DemoPapers(
            Casework casework,
            Recording recording,
            Cases cases,
            Students students,
            Issuing issuing,
            Photos photos,
            Clock clock) {
        this.casework = casework;
        this.recording = recording;
        this.cases = cases;
        this.students = students;
        this.issuing = issuing;
        this.photos = photos;
        this.clock = clock;
    }

    /** @param tellers by the name of the office for which each issues */
    void issueSome(Map<String, Caller> tellers, List<Student> children, Map<String, Office> county) {
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < REASONS.size(); i++) {
            Student child = children.get(i * 13);
            Caller teller = require(tellers, child.school().orElseThrow().name());
            LocalDate openedOn = today.minusDays(60L - 7L * i);
            int persuasions = 1 + i % 3;
            Case opened = openCase(teller, child, REASONS.get(i), openedOn, persuasions);
            issue(teller, HOME_VISIT, Subject.of(fresh(child)), homeVisit(teller, today.minusDays(20L - i), i < 2));
            issue(teller, NOTICE, Subject.of(fresh(child)), notice(openedOn.minusDays(3), persuasions));
            if (i < 2) {
                Case found = cases.find(opened.id(), teller.scope()).orElseThrow();
                issue(teller, REGISTRATION, Subject.of(found), Map.of("notReturned", "监护人称已外出，暂未联系上本人"));
            }
        }
        Office east = county.get(DemoOffices.EAST_PRIMARY);
        issue(require(tellers, DemoOffices.BUREAU), AGREEMENT, Subject.of(east), agreement(today));
    }

    private static Caller require(Map<String, Caller> tellers, String office) {
        return Objects.requireNonNull(tellers.get(office), office);
    }

    private Student fresh(Student child) {
        return students.find(child.id()).orElseThrow();
    }

    private Case openCase(Caller teller, Student child, String reason, LocalDate openedOn, int persuasions) {
        Case opened = casework.open(teller, child.id(), openedOn, reason);
        recording.record(
                teller,
                opened.id(),
                CaseEvent.said(EventKind.CONFIRMED, openedOn, "班主任入户核实", "开户前的个案，依纸质材料补录", Facts.none(), List.of()));
        for (int i = 0; i < persuasions; i++) {
            casework.record(
                    teller,
                    opened.id(),
                    new PersuasionDetails(
                            openedOn.plusDays(5L + 9L * i),
                            List.of("林晓芳", "陈国栋", "吴建新"),
                            List.of("学校", "乡镇", "村"),
                            child.residence(),
                            "上门走访，宣讲义务教育法，了解家庭困难，说明资助政策",
                            i == 0 ? "监护人表示考虑，学生未返校" : "监护人同意劝学生返校，约定一周内答复",
                            Optional.of(PersuasionDetails.Met.GUARDIAN),
                            "",
                            i == 0 ? "先考虑几天" : "一周内答复",
                            Optional.empty(),
                            "",
                            List.of()),
                    "",
                    "开户前的劝返，依纸质材料补录");
        }
        return opened;
    }

    private void issue(Caller teller, FormId form, Subject subject, Map<String, Object> values) {
        issuing.issue(teller, new IssueOrder(form, subject, values), Optional.empty());
    }

    private Map<String, Object> homeVisit(Caller teller, LocalDate on, boolean withPicture) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("visitedOn", on.toString());
        values.put(
                "conversation",
                "家访人员向家长说明义务教育法关于适龄儿童、少年按时入学的规定，询问学生近况。家长反映学生近来不愿到校，家中老人身体不好，"
                        + "需要照看。家访人员介绍了寄宿补助和课后辅导安排，建议学生先随班听课，由班主任每周辅导两次。");
        values.put("parentOpinion", "感谢学校关心，同意劝孩子返校，希望学校多辅导功课。");
        if (withPicture) {
            values.put("photosOn", on.toString());
            values.put(
                    "photos",
                    List.of(photos.take(teller, DemoPicture.jpeg(), "家访照片.jpg").id()));
        }
        return values;
    }

    private static Map<String, Object> notice(LocalDate absentFrom, int visits) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("absentFrom", absentFrom.toString());
        values.put("efforts", "班主任电话联系三次，学校与村干部上门走访" + visits + "次");
        values.put("handler", "林晓芳");
        return values;
    }

    private static Map<String, Object> agreement(LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("enrolment", 100);
        values.put("retained", 99.5);
        values.put("dropout", 0);
        values.put("otherDuties", "乙方每月底前报送控辍保学台账，甲方每学期抽查一次。");
        values.put("validFrom", today.withMonth(9).withDayOfMonth(1).toString());
        values.put(
                "validUntil", today.plusYears(1).withMonth(8).withDayOfMonth(31).toString());
        values.put("copyCount", 2);
        values.put("eachHolds", 1);
        return values;
    }
}
