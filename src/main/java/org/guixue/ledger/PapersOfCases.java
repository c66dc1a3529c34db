package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.SubjectKind;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.ValuesJson;
import org.guixue.ledger.FiguresFinding.Disagreement;
import org.guixue.office.Office;

/** The papers say what the cases say: the 一生一表 of each child that is out, and the papers that events rest on. */
@ApplicationScoped
public class PapersOfCases implements FiguresCheck {
    private static final String KIND = "DROPOUT_REGISTRATION";
    private static final String ONE_CHILD_ONE_FORM = "one-child-one-form";

    private final GoingCases cases;
    private final WorkReading work;
    private final FormCatalog forms;

    @Inject
    public PapersOfCases(GoingCases cases, WorkReading work, FormCatalog forms) {
        this.cases = cases;
        this.work = work;
        this.forms = forms;
    }

    @Override
    public List<FiguresFinding> of(Reported asked) {
        List<CaseOnDay> all = cases.of(asked);
        List<FiguresFinding> findings = new ArrayList<>();
        forms.rulesOf(asked.office().jurisdiction()).stream()
                .filter(rule -> rule.id().equals(ONE_CHILD_ONE_FORM))
                .findFirst()
                .ifPresent(rule -> findings.addAll(registrations(all, rule.source(), asked)));
        findings.add(bases(all));
        return findings;
    }

    /** 劝返次数 must be the recorded persuasions, and a persuasion since the last issue makes the form stale. */
    private List<FiguresFinding> registrations(List<CaseOnDay> all, String source, Reported asked) {
        Office office = asked.office();
        Optional<Form> fill = forms.formsOf(office.jurisdiction()).stream()
                .filter(form -> form.kind().equals(KIND)
                        && form.issuers().contains(office.kind().name()))
                .findFirst();
        List<CaseOnDay> due = all.stream().filter(PapersOfCases::needsForm).toList();
        Map<Long, Instrument> newest = work.registrations(
                due.stream().map(each -> each.child().child().id()).toList(), asked.asOf());
        List<Disagreement> lacking = new ArrayList<>();
        List<Disagreement> stale = new ArrayList<>();
        for (CaseOnDay each : due) {
            Optional<Instrument> form = Optional.ofNullable(
                            newest.get(each.child().child().id()))
                    .filter(paper -> !paper.issuedOn().isBefore(each.then().spellFrom()));
            int recorded = each.then().of(EventKind.PERSUADED).size();
            if (form.isEmpty()) {
                lacking.add(led(CasesOnRoll.of(each, each.then().state().label(), "没有一生一表", "填写一生一表"), each, fill));
            } else {
                String counted = Objects.toString(
                        ValuesJson.read(form.get().valuesJson()).get("persuasionCount"), "0");
                if (!counted.equals(Integer.toString(recorded))) {
                    stale.add(led(
                            CasesOnRoll.of(
                                    each,
                                    "劝返记录" + recorded + "次",
                                    form.get().serial() + "填" + counted + "次",
                                    "重新填写一生一表"),
                            each,
                            fill));
                }
            }
        }
        return List.of(
                new FiguresFinding(
                        "registration-form",
                        "仍在辍学和准许缓学、休学的学生都有一生一表",
                        source,
                        due.size() + "名",
                        "缺" + lacking.size() + "名",
                        lacking),
                new FiguresFinding(
                        "persuasion-count",
                        "一生一表的劝返次数等于劝返记录",
                        source,
                        due.size() - lacking.size() + "份",
                        "不等" + stale.size() + "份",
                        stale));
    }

    /** To the sheet itself, where the office fills it. */
    private static Disagreement led(Disagreement said, CaseOnDay about, Optional<Form> fill) {
        return fill.map(form -> new Disagreement(
                        said.student(),
                        said.name(),
                        said.here(),
                        said.there(),
                        said.mend(),
                        "/instruments/new?form=%s&%s=%d"
                                .formatted(
                                        form.id(),
                                        form.about().code(),
                                        form.about() == SubjectKind.CASE
                                                ? about.found().id()
                                                : said.student())))
                .orElse(said);
    }

    private static boolean needsForm(CaseOnDay each) {
        boolean refusal = each.then().of(EventKind.DECIDED).stream()
                .anyMatch(
                        event -> event.facts().is(Fact.GRANTED) && event.facts().is(Fact.GROUND, "REFUSAL"));
        return each.then().state() == CaseState.OUT
                || (refusal
                        && (each.then().state() == CaseState.DEFERRED
                                || each.then().state() == CaseState.SUSPENDED));
    }

    private static boolean isPaper(CaseEvent.Basis basis) {
        return basis.kind() == CaseEvent.Basis.Kind.INSTRUMENT;
    }

    private FiguresFinding bases(List<CaseOnDay> all) {
        Set<Long> cited = all.stream()
                .flatMap(each -> each.then().spellEvents().stream())
                .flatMap(event -> event.basis().stream())
                .filter(PapersOfCases::isPaper)
                .map(CaseEvent.Basis::id)
                .collect(Collectors.toSet());
        Map<Long, Instrument> gone = work.voided(cited);
        List<Disagreement> different = new ArrayList<>();
        for (CaseOnDay each : all) {
            for (CaseEvent event : each.then().spellEvents()) {
                event.basis().stream()
                        .filter(PapersOfCases::isPaper)
                        .map(basis -> gone.get(basis.id()))
                        .filter(Objects::nonNull)
                        .forEach(paper -> different.add(CasesOnRoll.of(
                                each,
                                event.kind().label() + "依据" + paper.serial(),
                                paper.serial() + "已作废",
                                "补正依据，或者更正该事件")));
            }
        }
        return new FiguresFinding(
                "void-basis",
                "个案事件所依据的文书都有效",
                "赣县教基字〔2021〕10号（真实准确，坚决防止弄虚作假）",
                cited.size() + "份依据",
                "已作废" + different.size() + "份",
                different);
    }
}
