package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.ledger.FiguresFinding.Disagreement;
import org.guixue.office.Offices;
import org.guixue.person.StudentState;

/** The roll and the cases say the same of each child. */
@ApplicationScoped
public class CasesOnRoll implements FiguresCheck {
    private static final String SOURCE = "西教〔2020〕3号 三（学籍系统与台账一致，账实相符）；赣县教基字〔2021〕10号（人账相符）";

    /** What the roll may say while the case stands so; a state that is not here says nothing of the roll. */
    private static final Map<CaseState, Set<StudentState>> FITTING = Map.of(
            CaseState.SUSPECTED, EnumSet.of(StudentState.AT_RISK, StudentState.NOT_ENROLLED),
            CaseState.OUT, EnumSet.of(StudentState.DROPPED_OUT, StudentState.NOT_ENROLLED),
            CaseState.DEFERRED, EnumSet.of(StudentState.SUSPENDED, StudentState.NOT_ENROLLED),
            CaseState.SUSPENDED, EnumSet.of(StudentState.SUSPENDED, StudentState.NOT_ENROLLED),
            CaseState.RETURNED, EnumSet.of(StudentState.RETURNED, StudentState.ENROLLED),
            CaseState.VOCATIONAL, EnumSet.of(StudentState.TRANSFERRED));

    private static final Set<StudentState> AWAY =
            EnumSet.of(StudentState.AT_RISK, StudentState.DROPPED_OUT, StudentState.SUSPENDED);

    private final GoingCases cases;
    private final RollReading roll;
    private final Offices offices;

    @Inject
    public CasesOnRoll(GoingCases cases, RollReading roll, Offices offices) {
        this.cases = cases;
        this.roll = roll;
        this.offices = offices;
    }

    @Override
    public List<FiguresFinding> of(Reported asked) {
        List<CaseOnDay> all = cases.of(asked);
        return List.of(states(all), withoutCase(all, asked), returned(all));
    }

    private static FiguresFinding states(List<CaseOnDay> all) {
        List<Disagreement> different = new ArrayList<>();
        for (CaseOnDay each : all) {
            StudentState state = each.child().standing().state();
            if (!FITTING.getOrDefault(each.then().state(), Set.of(state)).contains(state)) {
                different.add(of(each, "个案：" + each.then().state().label(), "学籍：" + state.label(), "核对后更正个案，或者办理学籍变动"));
            }
        }
        return new FiguresFinding(
                "case-state", "在办个案的状态与学籍状态一致", SOURCE, all.size() + "个个案", "不一致" + different.size() + "个", different);
    }

    private FiguresFinding withoutCase(List<CaseOnDay> all, Reported asked) {
        Map<Long, CaseState> known = new HashMap<>();
        all.forEach(each -> known.put(each.child().child().id(), each.then().state()));
        List<Disagreement> different = new ArrayList<>();
        List<ChildOnDay> away = roll.childrenIn(asked, AWAY);
        for (ChildOnDay child : away) {
            boolean none = Optional.ofNullable(known.get(child.child().id()))
                    .map(CaseState::ended)
                    .orElse(true);
            if (none) {
                different.add(new Disagreement(
                        child.child().id(),
                        child.child().name(),
                        "学籍：" + child.standing().state().label(),
                        "没有在办个案",
                        "建档，或者更正学籍状态",
                        "/students/" + child.child().id()));
            }
        }
        return new FiguresFinding(
                "roll-without-case",
                "学籍登记为疑似辍学、辍学、休学的，都有在办个案",
                SOURCE,
                away.size() + "名",
                "缺个案" + different.size() + "名",
                different);
    }

    private FiguresFinding returned(List<CaseOnDay> all) {
        List<Disagreement> different = new ArrayList<>();
        int count = 0;
        for (CaseOnDay each : all) {
            Optional<CaseEvent> comeback = each.then().spellEvents().stream()
                    .filter(event -> event.kind() == EventKind.RETURNED || event.kind() == EventKind.PLACED)
                    .reduce((before, after) -> after);
            if (each.then().state() == CaseState.RETURNED && comeback.isPresent()) {
                count++;
                school(comeback.get())
                        .filter(name -> !name.equals(each.child().fact("student.school")))
                        .ifPresent(name -> different.add(of(
                                each, "复学学校：" + name, "学籍学校：" + each.child().fact("student.school"), "办理转学，或者更正复学登记")));
            }
        }
        return new FiguresFinding(
                "return-school", "已复学学生的复学学校与学籍所在学校一致", SOURCE, count + "名", "不一致" + different.size() + "名", different);
    }

    private Optional<String> school(CaseEvent comeback) {
        return comeback.facts().id(Fact.SCHOOL).isPresent()
                ? offices.find(comeback.facts().id(Fact.SCHOOL).getAsLong()).map(office -> office.name())
                : Optional.empty();
    }

    static Disagreement of(CaseOnDay about, String here, String there, String mend) {
        long child = about.child().child().id();
        return new Disagreement(child, about.child().child().name(), here, there, mend, "/students/" + child);
    }
}
