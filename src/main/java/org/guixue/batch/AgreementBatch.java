package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.duty.Duties;
import org.guixue.duty.Duty;
import org.guixue.duty.DutyLayer;
import org.guixue.duty.DutyMap;
import org.guixue.duty.DutySigning;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Jurisdiction;
import org.guixue.form.SubjectKind;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/**
 * All 目标责任书 of a layer in one go (海教综〔2020〕18号: 「各层次」): for everybody who answers for something now and has none that
 * holds. The targets are the jurisdiction's.
 */
@ApplicationScoped
public class AgreementBatch {
    private static final String KIND = "DUTY_AGREEMENT";
    private static final String ABOUT = "duty-";
    private static final Pattern FIGURE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%?.*");
    private static final Map<String, String> TARGETS =
            Map.of("enrolment", "enrolment-rate", "retained", "retention-rate", "dropout", "dropout-rate");

    private final Duties duties;
    private final DutyMap map;
    private final DutySigning signing;
    private final Check check;
    private final Subjects subjects;
    private final FormCatalog forms;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public AgreementBatch(
            Duties duties,
            DutyMap map,
            DutySigning signing,
            Check check,
            Subjects subjects,
            FormCatalog forms,
            Offices offices,
            Clock clock) {
        this.duties = duties;
        this.map = map;
        this.signing = signing;
        this.check = check;
        this.subjects = subjects;
        this.forms = forms;
        this.offices = offices;
        this.clock = clock;
    }

    /** The forms of an agreement that the caller's office may issue; the one that fits the layer best stands first. */
    public List<Form> formsFor(Caller caller, DutyLayer layer) {
        String suffix =
                switch (layer) {
                    case HEAD_TEACHER, SUBJECT_TEACHER -> "-teacher";
                    case EDUCATION_OFFICE, BUREAU_LEADER -> "-school";
                    case COUNTY_LEADER, TOWNSHIP_CADRE, VILLAGE_CADRE, SCHOOL_LEADER, BOND -> "-agreement";
                };
        List<Form> fitting = new ArrayList<>();
        List<Form> others = new ArrayList<>();
        for (Form form : check.forms(caller)) {
            if (form.kind().equals(KIND) && form.about() == SubjectKind.OFFICE) {
                (form.id().toString().endsWith(suffix) ? fitting : others).add(form);
            }
        }
        others.sort((a, b) -> Boolean.compare(
                b.id().toString().endsWith("-agreement"), a.id().toString().endsWith("-agreement")));
        fitting.addAll(others);
        return fitting;
    }

    /** Who answers for something now and has no agreement that holds. */
    public List<Duty> without(Caller caller, SchoolYear year, DutyLayer layer) {
        List<Duty> all = duties.of(year, List.of(layer), false, caller.scope(), 0, Batching.MOST + 1);
        Set<Long> voided = map.voidAgreements(all);
        return all.stream()
                .filter(duty -> duty.agreement().map(voided::contains).orElse(true))
                .toList();
    }

    /**
     * The order for all of them.
     *
     * @param given what is to stand on each, instead of what is known
     * @throws Conflict where there is nobody, or no form
     * @throws ValuesRefused where what is the same on all does not fit; fields as {@code values.enrolment}
     */
    public BatchOrder order(
            Caller caller, SchoolYear year, DutyLayer layer, Optional<FormId> wanted, Map<String, Object> given) {
        if (!layer.isEnteredBy(caller.role())) {
            throw new Forbidden("“%s”的目标责任书由上级单位签发".formatted(layer.label()));
        }
        if (!layer.isSigned()) {
            throw new ValuesRefused("layer", "“%s”不签目标责任书，用《结对帮扶表》".formatted(layer.label()));
        }
        Form form = wanted.map(id -> check.form(caller, id))
                .or(() -> formsFor(caller, layer).stream().findFirst())
                .orElseThrow(() -> new Conflict("本单位没有可以签发的目标责任书表样"));
        if (!form.kind().equals(KIND) || form.about() != SubjectKind.OFFICE) {
            throw new ValuesRefused("form", "《%s》不是目标责任书，请另选表样".formatted(form.title()));
        }
        List<Duty> all = without(caller, year, layer);
        if (all.isEmpty()) {
            throw new Conflict("%s学年“%s”没有需要签发的责任人：还没有填写，或都已签发".formatted(year, layer.label()));
        }
        Office issuer = offices.find(caller.office()).orElseThrow();
        Map<String, Object> same = new LinkedHashMap<>(targets(issuer));
        same.put("copyCount", 2);
        same.put("eachHolds", 1);
        same.putAll(given);
        List<BatchOrder.Line> lines =
                all.stream().map(duty -> line(caller, form, duty, same)).toList();
        refuseWhatIsTheSame(caller, form, lines.get(0), same);
        return new BatchOrder("%s学年%s目标责任书".formatted(year, layer.label()), form.id(), lines);
    }

    /** It was issued; joins the transaction that notes it. What is about something else is nothing of this room's. */
    void issued(String about, Instrument paper) {
        if (about.startsWith(ABOUT)) {
            signing.issued(
                    Long.parseLong(about.substring(ABOUT.length())), paper.id(), paper.serial(), paper.issuedOn());
        }
    }

    /** The figures of the office's jurisdiction, or of the nearest one above that has them. */
    public Map<String, Object> targets(Office issuer) {
        Map<String, Object> found = new LinkedHashMap<>();
        Optional<Jurisdiction> at = forms.jurisdiction(issuer.jurisdiction());
        while (at.isPresent()) {
            Jurisdiction here = at.get();
            TARGETS.forEach((field, id) -> figure(here, id).ifPresent(value -> found.putIfAbsent(field, value)));
            at = here.parent().flatMap(forms::jurisdiction);
        }
        return found;
    }

    private Optional<Object> figure(Jurisdiction jurisdiction, String id) {
        return jurisdiction.targets().stream()
                .filter(target -> target.id().equals(id) && target.inForceOn(LocalDate.now(clock)))
                .map(target -> FIGURE.matcher(target.value()))
                .filter(Matcher::matches)
                .map(figure -> number(figure.group(1)))
                .findFirst();
    }

    private static Object number(String text) {
        return text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text);
    }

    private BatchOrder.Line line(Caller caller, Form form, Duty duty, Map<String, Object> same) {
        Map<String, Object> values = new LinkedHashMap<>();
        AgreementWords words = new AgreementWords(duty);
        words.values().forEach((field, value) -> put(form, values, field, value));
        same.forEach((field, value) -> put(form, values, field, value));
        long office =
                caller.scope().includes(duty.office().path()) ? duty.office().id() : caller.office();
        return new BatchOrder.Line(
                new Subjects.Named(null, null, office, null),
                duty.name() + "（" + duty.covers() + "）",
                ABOUT + duty.id(),
                values);
    }

    private static void put(Form form, Map<String, Object> values, String field, Object value) {
        if (form.field(field).isPresent()) {
            values.put(field, value);
        }
    }

    /** Rather one refusal now than the same one on every paper. */
    private void refuseWhatIsTheSame(Caller caller, Form form, BatchOrder.Line first, Map<String, Object> same) {
        List<Violation> wrong = check
                .assess(caller, form, subjects.resolve(caller, form, first.subject()), first.values())
                .violations()
                .stream()
                .filter(violation -> same.containsKey(violation.field()) || TARGETS.containsKey(violation.field()))
                .map(violation -> new Violation("values." + violation.field(), violation.message()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new ValuesRefused(wrong);
        }
        same.keySet().stream()
                .filter(field ->
                        form.field(field).isEmpty() && !field.equals("copyCount") && !field.equals("eachHolds"))
                .findFirst()
                .filter(field -> !TARGETS.containsKey(field))
                .ifPresent(field -> {
                    throw new ValuesRefused("values." + field, "《%s》没有这一栏，请去掉".formatted(form.title()));
                });
    }
}
