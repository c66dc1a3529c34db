package org.guixue.casefile.history;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may happen in a case, from which states, and what has to be said of it. */
@SuppressWarnings("ImmutableEnumChecker") // copies that nothing changes
public enum EventKind {
    OPENED(
            "建档",
            EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF),
            List.of(),
            Fact.AS,
            Fact.CAUSE,
            Fact.WHEREABOUTS,
            Fact.LAST_DAY_ATTENDED,
            Fact.NEVER_ENROLLED,
            Fact.LEAD),
    ENQUIRED(
            "核实情况",
            going(),
            List.of(),
            Fact.CAUSE,
            Fact.WHEREABOUTS,
            Fact.LAST_DAY_ATTENDED,
            Fact.RESPONSIBLE,
            Fact.GUARDIAN),
    CONFIRMED("确认辍学", EnumSet.of(CaseState.SUSPECTED), List.of()),
    /** Of a return: only where the spell was an application, {@link Situation#isApplication}; there is nothing to strike off. */
    CLEARED("排除疑似", EnumSet.of(CaseState.SUSPECTED, CaseState.APPLYING, CaseState.RETURNED), List.of()),
    PERSUADED("劝返", away(), List.of(Fact.PERSUASION), Fact.JOINT, Fact.CHILD_MET, Fact.CHILD_REFUSES, Fact.PROMISED),
    NOTICE_RECEIVED("收到通知书", away(), List.of(), Fact.DELIVERY, Fact.PAPER),
    REPORTED_UP("书面报告", away(), List.of(), Fact.PAPER),
    ORDERED("责令送学", away(), List.of(), Fact.PAPER, Fact.DAYS),
    ADMONISHED("批评教育、训诫", persuaded(), List.of(), Fact.BY),
    COURT("司法程序", persuaded(), List.of(Fact.STAGE), Fact.NUMBER),
    RETURNED(
            "复学",
            EnumSet.of(
                    CaseState.SUSPECTED,
                    CaseState.OUT,
                    CaseState.DEFERRED,
                    CaseState.SUSPENDED,
                    CaseState.ELSEWHERE,
                    CaseState.VOCATIONAL,
                    CaseState.HOME_TUITION),
            List.of(Fact.GRADE, Fact.SCHOOL_CLASS, Fact.CLASS_FORM),
            Fact.SCHOOL),
    REFUSED_BY_SCHOOL("学校拒收", EnumSet.of(CaseState.SUSPECTED, CaseState.OUT), List.of(), Fact.SCHOOL),
    PLACED(
            "安置决定",
            EnumSet.of(CaseState.SUSPECTED, CaseState.OUT),
            List.of(Fact.SCHOOL, Fact.GRADE),
            Fact.SCHOOL_CLASS,
            Fact.CLASS_FORM,
            Fact.NUMBER),
    VOCATIONAL("安置中职", EnumSet.of(CaseState.OUT), List.of(Fact.BY), Fact.SCHOOL, Fact.SCHOOL_CLASS, Fact.PROPOSED),
    ELSEWHERE(
            "外地就读",
            EnumSet.of(CaseState.SUSPECTED, CaseState.OUT),
            List.of(Fact.WHEREABOUTS),
            Fact.PROPOSED,
            Fact.SCHOOL),
    APPLIED(
            "提出申请",
            EnumSet.of(CaseState.SUSPECTED, CaseState.APPLYING, CaseState.OUT, CaseState.DEFERRED, CaseState.SUSPENDED),
            List.of(Fact.OF, Fact.GROUND),
            Fact.BY,
            Fact.UNTIL),
    OPINION("提出意见", applied(), List.of(Fact.BY), Fact.NUMBER),
    DECIDED(
            "作出决定",
            applied(),
            List.of(Fact.OF, Fact.GROUND, Fact.GRANTED),
            Fact.UNTIL,
            Fact.NUMBER,
            Fact.BY,
            Fact.GUARDIAN),
    FILED("备案", going(), List.of(), Fact.NUMBER, Fact.BY),
    WATCHED("跟踪到校", EnumSet.of(CaseState.RETURNED, CaseState.VOCATIONAL), List.of()),
    STRIKE_OFF_PROPOSED(
            "申请销号",
            EnumSet.of(
                    CaseState.RETURNED,
                    CaseState.VOCATIONAL,
                    CaseState.ELSEWHERE,
                    CaseState.OUT,
                    CaseState.DEFERRED,
                    CaseState.SUSPENDED,
                    CaseState.HOME_TUITION),
            List.of(Fact.END)),
    SENT_BACK(
            "退回销号申请",
            EnumSet.of(
                    CaseState.RETURNED,
                    CaseState.VOCATIONAL,
                    CaseState.ELSEWHERE,
                    CaseState.OUT,
                    CaseState.DEFERRED,
                    CaseState.SUSPENDED,
                    CaseState.HOME_TUITION),
            List.of()),
    STRUCK_OFF(
            "销号",
            EnumSet.of(
                    CaseState.RETURNED,
                    CaseState.VOCATIONAL,
                    CaseState.ELSEWHERE,
                    CaseState.OUT,
                    CaseState.DEFERRED,
                    CaseState.SUSPENDED,
                    CaseState.HOME_TUITION),
            List.of(Fact.END)),
    RELAPSED(
            "再次辍学",
            EnumSet.of(
                    CaseState.RETURNED,
                    CaseState.VOCATIONAL,
                    CaseState.HOME_TUITION,
                    CaseState.ELSEWHERE,
                    CaseState.CLEARED,
                    CaseState.STRUCK_OFF),
            List.of(),
            Fact.CAUSE,
            Fact.WHEREABOUTS,
            Fact.LAST_DAY_ATTENDED),
    HANDED_OVER("移交", going(), List.of(Fact.TO)),
    ACCEPTED("接收", going(), List.of()),
    CORRECTED("更正", EnumSet.allOf(CaseState.class), List.of(Fact.CORRECTS), Fact.REPLACEMENT);

    private final String label;
    private final Set<CaseState> from;
    private final List<Fact> needed;
    private final List<Fact> known;

    EventKind(String label, Set<CaseState> from, List<Fact> needed, Fact... further) {
        this.label = label;
        this.from = Set.copyOf(from);
        this.needed = List.copyOf(needed);
        this.known = List.of(further);
    }

    private static Set<CaseState> going() {
        return EnumSet.complementOf(EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF));
    }

    private static Set<CaseState> away() {
        return EnumSet.of(CaseState.SUSPECTED, CaseState.OUT, CaseState.DEFERRED, CaseState.SUSPENDED);
    }

    private static Set<CaseState> persuaded() {
        return EnumSet.of(CaseState.OUT, CaseState.DEFERRED, CaseState.SUSPENDED);
    }

    private static Set<CaseState> applied() {
        return EnumSet.of(
                CaseState.SUSPECTED, CaseState.APPLYING, CaseState.OUT, CaseState.DEFERRED, CaseState.SUSPENDED);
    }

    public String label() {
        return label;
    }

    /** The states from which it may happen; only {@link #OPENED} may also be the first. */
    public Set<CaseState> from() {
        return from;
    }

    /** The facts without which it says nothing. */
    public List<Fact> needed() {
        return needed;
    }

    /** What it may say beside {@link #needed}. */
    public List<Fact> known() {
        return known;
    }

    public boolean mayKnow(Fact fact) {
        return fact == Fact.REASON || needed.contains(fact) || known.contains(fact);
    }

    /** Whether it is written by the act itself (persuasion, delivery, issuing) and never typed. */
    public boolean writtenByActs() {
        return this == PERSUADED || this == NOTICE_RECEIVED || this == REPORTED_UP || this == ORDERED;
    }
}
