package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.casefile.gate.Circumstances;
import org.guixue.casefile.gate.Conditions;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.guixue.evidence.Evidences;
import org.guixue.form.FormCatalog;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** Whether an event may be recorded: by whom, in which state, under which conditions, on what basis. Writes nothing. */
@ApplicationScoped
public class Admission {
    private static final int LAST_GRADE = 9;

    private final LocalRules localRules;
    private final Offices offices;
    private final Footing footing;
    private final Clock clock;

    @Inject
    public Admission(
            LocalRules localRules,
            Offices offices,
            FormCatalog forms,
            Papers papers,
            Evidences evidences,
            Clock clock) {
        this.localRules = localRules;
        this.offices = offices;
        this.footing = new Footing(localRules, forms, papers, evidences);
        this.clock = clock;
    }

    /**
     * The event as it may be recorded.
     *
     * @throws Forbidden where it is another's to record
     * @throws GateClosed where a rule stands against it
     * @throws ValuesRefused where what it names does not fit
     */
    CaseEvent admit(Caller caller, Case found, CaseHistory history, CaseEvent said) {
        Optional<Situation> before = history.on(said.on(), clock.instant());
        refusal(caller, found, before, said).ifPresent(sentence -> {
            throw new Forbidden(sentence);
        });
        CaseEvent event = proposedOrDecided(caller, said);
        checkSchool(event);
        checkReceiver(found, event);
        checkGrade(found, event);
        footing.check(caller, found, event);
        List<Obstacle> obstacles = obstacles(before, event, circumstances(found));
        for (Obstacle each : obstacles) {
            if (!each.recommendation() || !event.facts().has(Fact.REASON)) {
                throw new GateClosed(each);
            }
        }
        return event;
    }

    /** Why it is not this caller's to record. */
    Optional<String> refusal(Caller caller, Case found, Optional<Situation> before, CaseEvent said) {
        Optional<String> byRole = Recorders.refusal(caller, seat(caller, found), said.kind());
        if (byRole.isPresent()) {
            return byRole;
        }
        return switch (said.kind()) {
            case RETURNED -> receiving(caller, found, said);
            case ACCEPTED ->
                before.map(Situation::handedTo)
                                .filter(to -> to.isPresent() && to.getAsLong() == caller.office())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("由接收个案的单位登记“接收”");
            default -> Optional.empty();
        };
    }

    private static Optional<String> receiving(Caller caller, Case found, CaseEvent said) {
        long into = said.facts()
                .id(Fact.SCHOOL)
                .orElse(found.student().school().map(Office::id).orElse(caller.office()));
        return caller.role() == Role.BUREAU || into == caller.office()
                ? Optional.empty()
                : Optional.of("“复学”由接收的学校或者教育局登记");
    }

    private Recorders.Seat seat(Caller caller, Case found) {
        Office lead = localRules.lead(found);
        if (lead.id() == caller.office()) {
            return Recorders.Seat.LEAD;
        }
        return caller.scope().includes(lead.path()) ? Recorders.Seat.ABOVE : Recorders.Seat.OTHER;
    }

    /** A school's or township's word on these is a proposal; the bureau decides. */
    private static CaseEvent proposedOrDecided(Caller caller, CaseEvent said) {
        boolean decidedAbove = said.kind() == EventKind.VOCATIONAL || said.kind() == EventKind.ELSEWHERE;
        return decidedAbove && caller.role() != Role.BUREAU
                ? said.with(said.facts().with(Fact.PROPOSED, "true"))
                : said;
    }

    private void checkSchool(CaseEvent event) {
        boolean names = event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED;
        event.facts().id(Fact.SCHOOL).ifPresent(id -> {
            boolean school = offices.find(id)
                    .filter(office -> office.kind() == OfficeKind.SCHOOL && !office.closed())
                    .isPresent();
            if (names && !school) {
                throw new ValuesRefused("school", "没有这所学校，请从列表中选择");
            }
        });
        event.facts().id(Fact.TO).ifPresent(id -> {
            boolean takes = offices.find(id)
                    .filter(office -> !office.closed()
                            && (office.kind() == OfficeKind.SCHOOL || office.kind() == OfficeKind.TOWNSHIP))
                    .isPresent();
            if (!takes) {
                throw new ValuesRefused("to", "请选择接收个案的学校或者乡镇");
            }
        });
    }

    private void checkReceiver(Case found, CaseEvent event) {
        long lead = localRules.lead(found).id();
        if (event.facts().id(Fact.TO).stream().anyMatch(to -> to == lead)) {
            throw new ValuesRefused("to", "这个单位就是现在的主办单位，请选择另一个单位");
        }
    }

    /** A year of compulsory schooling, or what the school calls the child's class on the roll. */
    private static void checkGrade(Case found, CaseEvent event) {
        Optional<String> grade = event.facts().text(Fact.GRADE);
        boolean none = grade.filter(each -> !each.equals(found.student().grade()))
                .filter(each -> SchoolGrade.number(each) > LAST_GRADE)
                .isPresent();
        if (none) {
            throw new ValuesRefused("grade", "“%s”不是义务教育的年级，请写一年级至九年级，如七年级".formatted(grade.get()));
        }
    }

    /** What is wrong with files that somebody says belong to a persuasion. */
    List<Violation> strangers(Caller caller, Case found, List<Long> files) {
        return footing.strangers(caller, found, files);
    }

    /** Those of the child's papers that an event of that kind may rest on. */
    List<Papers.Paper> footingOf(Case found, EventKind kind, List<Papers.Paper> all) {
        return footing.among(found, kind, all);
    }

    /** What the conditions look at for this case; the same for all its events. */
    Circumstances circumstances(Case found) {
        return localRules.of(found);
    }

    /** What stands in the way of it on its day: the state first, then the conditions. */
    List<Obstacle> obstacles(Optional<Situation> before, CaseEvent event, Circumstances circumstances) {
        Optional<Obstacle> state = state(before, event);
        return state.isPresent()
                ? List.of(state.get().under(circumstances.rules()))
                : Conditions.judge(event, before.orElseThrow(), circumstances);
    }

    private static Optional<Obstacle> state(Optional<Situation> before, CaseEvent event) {
        if (before.isEmpty()) {
            return Optional.of(
                    new Obstacle("state", "个案的状态", "", List.of("个案在%s还没有建档；请改日期".formatted(event.on())), false));
        }
        Situation then = before.get();
        if (!event.kind().from().contains(then.state())) {
            String states =
                    event.kind().from().stream().sorted().map(CaseState::label).collect(Collectors.joining("、"));
            return Optional.of(new Obstacle(
                    "state",
                    "个案的状态",
                    "",
                    List.of("%s该生是“%s”，“%s”只能在“%s”时登记"
                            .formatted(
                                    event.on(),
                                    then.state().label(),
                                    event.kind().label(),
                                    states)),
                    false));
        }
        if (event.kind() == EventKind.CLEARED && then.state() == CaseState.RETURNED && !then.isApplication()) {
            return Optional.of(new Obstacle("state", "个案的状态", "", List.of("该生辍学过，复学后跟踪满期，再登记“申请销号”"), false));
        }
        boolean answers = event.kind() == EventKind.STRUCK_OFF || event.kind() == EventKind.SENT_BACK;
        if (answers && then.proposal().isEmpty()) {
            return Optional.of(new Obstacle("strike-off", "销号", "", List.of("学校的销号申请：先登记“申请销号”"), false));
        }
        Optional<String> end = event.facts().text(Fact.END);
        if (event.kind() == EventKind.STRUCK_OFF && end.isPresent() && !end.equals(then.proposal())) {
            return Optional.of(new Obstacle("strike-off", "销号", "", List.of("与申请相同的理由；理由不同的，请退回申请后重新申请"), false));
        }
        boolean follows = end.filter(ground -> switch (ground) {
                    case "RETURNED", "VOCATIONAL", "ELSEWHERE" -> CaseState.valueOf(ground) != then.state();
                    default -> false;
                })
                .isPresent();
        return follows
                ? Optional.of(new Obstacle(
                        "strike-off",
                        "销号",
                        "",
                        List.of("该生是“%s”，不能以这个理由销号".formatted(then.state().label())),
                        false))
                : Optional.empty();
    }
}
