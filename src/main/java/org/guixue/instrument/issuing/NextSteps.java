package org.guixue.instrument.issuing;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Role;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.EventKind;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/**
 * What comes after a paper: a row for each kind of form, in words and with the address where it is done. A kind without a row of
 * its own goes back to the child, or to the forms.
 */
final class NextSteps {
    /**
     * @param words what is to be done next
     * @param label of the button
     * @param address where it is done
     */
    public record Step(String words, String label, String address) {}

    /** A step whose address is still to be filled: {@code {paper}}, {@code {child}}, {@code {case}}. */
    private record Row(String words, String label, String address) {}

    private static final String DELIVERY = "/instruments/{paper}/delivery";
    private static final String EVENT = "/cases/{case}/events/new?kind=";
    private static final String FILL = "/instruments/new?student={child}&form=";
    private static final Row CHILD = new Row("这份文书已经记在学生名下，可以回到学生页面继续办理。", "回到学生页面", "/students/{child}");
    private static final Row FORMS = new Row("打印、存档或者报送；还有要办的文书，可以继续填写。", "填写下一份文书", "/forms");
    private static final Row DECISION = new Row("审批表已经签发，请把结果记入个案：批准与否、期限到哪一天、文号。", "在个案中登记决定", EVENT + "DECIDED");
    private static final Row ORDER = new Row("请送达监护人，登记送达的日期和方式；期满仍不送学的，可以批评教育、训诫或者依法进入司法程序。", "登记送达", DELIVERY);

    private static final Map<String, Row> ROWS = Map.ofEntries(
            entry("PERSUASION_NOTICE", new Row("请把正联送达监护人，收回回执，登记送达；自收到之日起七日内没有返校的，书面报告劝返无效。", "登记送达", DELIVERY)),
            entry("RETURN_ORDER", ORDER),
            entry("SCHOOLING_ORDER", ORDER),
            entry("PLACEMENT_DECISION", new Row("请送达监护人和接收学校；学生到校后，在个案中登记安置。", "在个案中登记安置", EVENT + "PLACED")),
            entry("ENROLMENT_NOTICE", new Row("请送达监护人；到报到截止日没有报到的，按疑似辍学建档。", "登记送达", DELIVERY)),
            entry(
                    "NO_HOUSEHOLD_NOTICE",
                    new Row("请送达监护人，并把有关信息通报公安机关。", "填写通报公安函", FILL + "national/police-notification")),
            entry(
                    "PERSUASION_FAILURE_REPORT",
                    new Row("报告报送教育局和乡镇人民政府以后，由教育局责令监护人送学（乡镇人民政府可以限期返校）；在此期间继续劝返。", "回到学生页面", "/students/{child}")),
            entry(
                    "DROPOUT_REGISTRATION",
                    new Row("登记以后继续劝返，每次劝返都记入个案；再次劝返以后这张表要重新出。", "记录劝返", "/cases/{case}/persuasions/new")),
            entry("HOME_VISIT", new Row("家访中做了劝返的，请记入个案。", "回到学生页面", "/students/{child}")),
            entry("DEFERRAL_APPLICATION", DECISION),
            entry("SUSPENSION_APPLICATION", DECISION),
            entry("HOME_TUITION_ASSESSMENT", DECISION),
            entry("SPECIAL_APPLICATION", new Row("请在个案中登记监护人提出的申请，再经村（居）、乡镇签署意见并报备案。", "登记申请", EVENT + "APPLIED")),
            entry("EXPERT_OPINION", new Row("请把专家组的意见记入个案，再按意见办理安置、缓学、休学或者送教上门。", "登记意见", EVENT + "OPINION")),
            entry("GROUP_CONSENT", new Row("请把领导小组同意的文号和日期记入个案，再办理缓学、休学。", "登记意见", EVENT + "OPINION")),
            entry(
                    "HOME_TUITION_PLAN",
                    new Row("请为学生制定个别化教育方案（一人一案），每次送教填写记录。", "填写个别化教育方案", FILL + "national/individual-programme")),
            entry(
                    "INDIVIDUAL_PROGRAMME",
                    new Row("方案签发以后按计划送教，每次填写送教上门记录。", "填写送教上门记录", FILL + "national/home-tuition-record")),
            entry("RETURN_PLACEMENT", new Row("学生到校以后，请在个案中登记复学，并按校历跟踪到校。", "登记复学", EVENT + "RETURNED")),
            entry("VOCATIONAL_TRACKING", new Row("请把这次跟踪的结果记入个案；每月跟踪一次。", "登记跟踪", EVENT + "WATCHED")),
            entry(
                    "SIXTEEN_UNFINISHED",
                    new Row("认定以后，可以“年满16周岁未完成义务教育”为由在个案中申请销号。", "申请销号", EVENT + "STRIKE_OFF_PROPOSED")),
            entry("STRIKE_OFF_APPROVAL", new Row("批准销号的，请在个案中登记销号；退回的，登记退回。", "登记销号", EVENT + "STRUCK_OFF")),
            entry("CONSULTATION_RECORD", new Row("按会商结论办理：联合劝返的，把劝返记入个案。", "记录劝返", "/cases/{case}/persuasions/new")),
            entry("DELIVERY_RECEIPT", new Row("请拿着送达回证送达，回来后在所送文书的页面登记送达。", "回到学生页面", "/students/{child}")));

    /** Once it has reached the guardian. */
    private static final Map<String, Row> DELIVERED = Map.of(
            "PERSUASION_NOTICE",
            new Row(
                    "已经送达。自收到之日起七日内返校的，登记复学；期满没有返校的，书面报告劝返无效。",
                    "填写劝返无效报告",
                    FILL + "national/persuasion-failure-report"),
            "RETURN_ORDER",
            new Row("已经送达。期满仍不送学的，请登记批评教育、训诫，或者依法进入司法程序。", "登记批评教育、训诫", EVENT + "ADMONISHED"),
            "SCHOOLING_ORDER",
            new Row("已经送达。期满仍不送学的，请登记批评教育、训诫，或者依法进入司法程序。", "登记批评教育、训诫", EVENT + "ADMONISHED"),
            "ENROLMENT_NOTICE",
            new Row("已经送达。到报到截止日没有报到的，按疑似辍学建档。", CHILD.label(), CHILD.address()));

    /** Where those who look at the paper are the next to act: kind of form, then whose. */
    private static final Map<String, Map<Role, Row>> OWN = Map.of(
            "PERSUASION_FAILURE_REPORT",
            Map.of(
                    Role.BUREAU,
                    new Row("学校劝返无效，请责令监护人送学。", "填写责令送学通知书", FILL + "national/schooling-order"),
                    Role.TOWNSHIP,
                    new Row("学校劝返无效，请责令监护人限期送返。", "填写限期返校通知书", FILL + "national/return-order")));

    private static final Set<String> FOR_WHO_IS_AWAY =
            Set.of("PERSUASION_NOTICE", "RETURN_ORDER", "SCHOOLING_ORDER", "PERSUASION_FAILURE_REPORT");

    private NextSteps() {}

    /**
     * @param delivered whether it has reached somebody
     * @param caseFile the child's case where one is going
     */
    static Optional<Step> after(Instrument paper, boolean delivered, Role who, Optional<Case> caseFile) {
        if (paper.state() == InstrumentState.VOID) {
            return Optional.empty();
        }
        boolean back = caseFile.filter(each -> !EventKind.PERSUADED.from().contains(each.state()))
                .isPresent();
        if (back && FOR_WHO_IS_AWAY.contains(paper.kind())) {
            return Optional.of(noLongerAway(paper.id(), paper.childId()));
        }
        Step next = after(paper.kind(), delivered, who, paper.id(), paper.childId(), caseFile.map(Case::id));
        return Optional.of(paper.state() == InstrumentState.RETURNED ? cameBack(next) : next);
    }

    /** Where it is signed and back, nothing is to be collected any more; that it was delivered is still to be recorded. */
    static Step cameBack(Step next) {
        return next.label().equals("登记送达")
                ? new Step("签字后的纸质件已经收回，请登记送达的日期和方式；期限自收到之日起算。", next.label(), next.address())
                : next;
    }

    /** What a notice or an order had set no longer runs. */
    static Step noLongerAway(long paper, long child) {
        return new Step("该生已经返校或者另有安排，这份文书定的期限不再计算。", CHILD.label(), address(CHILD, paper, child, 0));
    }

    static Step after(String kind, boolean delivered, Role who, long paper, long child, Optional<Long> caseFile) {
        Row row = row(kind, delivered, who, child);
        if (row.address().contains("{case}") && caseFile.isEmpty()) {
            return new Step(row.words() + "该生还没有进行中的个案，请先建档。", CHILD.label(), address(CHILD, paper, child, 0));
        }
        return new Step(row.words(), row.label(), address(row, paper, child, caseFile.orElse(0L)));
    }

    private static Row row(String kind, boolean delivered, Role who, long child) {
        if (delivered && DELIVERED.containsKey(kind)) {
            return DELIVERED.getOrDefault(kind, CHILD);
        }
        Row usual = ROWS.getOrDefault(kind, child == 0 ? FORMS : CHILD);
        return OWN.getOrDefault(kind, Map.of()).getOrDefault(who, usual);
    }

    private static String address(Row row, long paper, long child, long caseFile) {
        return row.address()
                .replace("{paper}", Long.toString(paper))
                .replace("{child}", Long.toString(child))
                .replace("{case}", Long.toString(caseFile));
    }
}
