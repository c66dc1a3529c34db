package org.guixue.instrument.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormCheck;
import org.guixue.form.FormId;
import org.guixue.form.Ledger;
import org.guixue.instrument.PapersInCase;
import org.guixue.instrument.Photo;
import org.guixue.instrument.Photos;
import org.guixue.instrument.ReadyToIssue;
import org.guixue.instrument.Subject;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.StudentState;
import org.guixue.signing.KeySafe;

/**
 * Step 0 of issuing: whatever can fail fails here, before a number is taken. The right to issue, the subject, the values, a
 * glyph for every character, the pictures, the office's key, the public address and free space.
 */
@ApplicationScoped
public class Check {
    private final KeySafe safe;
    private final ReadyToIssue ready;
    private final FormCatalog forms;
    private final Offices offices;
    private final Photos photos;
    private final PaperMaking papers;
    private final Completing completing;
    private final Predecessors predecessors;
    private final PapersInCase papersInCase;
    private final Clock clock;

    @Inject
    public Check(
            KeySafe safe,
            ReadyToIssue ready,
            FormCatalog forms,
            Offices offices,
            Photos photos,
            PaperMaking papers,
            Completing completing,
            Predecessors predecessors,
            PapersInCase papersInCase,
            Clock clock) {
        this.safe = safe;
        this.ready = ready;
        this.forms = forms;
        this.offices = offices;
        this.photos = photos;
        this.papers = papers;
        this.completing = completing;
        this.predecessors = predecessors;
        this.papersInCase = papersInCase;
        this.clock = clock;
    }

    /** The form to fill in, where the caller's office may issue it. A ledger is none: nobody fills in what is computed. */
    public Form form(Caller caller, FormId id) {
        return issued(caller, known(id, issuer(caller)));
    }

    /** The same, or the paper of a ledger. */
    public Form paper(Caller caller, FormId id) {
        Office issuer = issuer(caller);
        return issued(
                caller,
                forms.ledger(id, issuer.jurisdiction()).map(Ledger::paper).orElseGet(() -> known(id, issuer)));
    }

    private Form issued(Caller caller, Form form) {
        Office issuer = issuer(caller);
        if (caller.role() == Role.INSPECTOR
                || !form.issuers().contains(issuer.kind().name())) {
            throw new Forbidden(
                    OrderAuthority.orders(form)
                            ? "责令只能由乡镇人民政府或者县级教育行政部门作出（义务教育法 第五十八条），本单位不签发《%s》；请书面报告劝返无效".formatted(form.title())
                            : "本单位不签发《%s》，请由有权签发的单位办理".formatted(form.title()));
        }
        return form;
    }

    /** The form as it is in force where the office lies, whoever issues it. */
    public Form known(FormId id, Office where) {
        return forms.form(id, where.jurisdiction()).orElseThrow(() -> new NotFound("表样"));
    }

    /** The forms that the caller's office may issue. */
    public List<Form> forms(Caller caller) {
        Office issuer = issuer(caller);
        return caller.role() == Role.INSPECTOR
                ? List.of()
                : forms.formsOf(issuer.jurisdiction()).stream()
                        .filter(form -> form.issuers().contains(issuer.kind().name()))
                        .toList();
    }

    /** The statutes in force today that the form rests on, whole sentences. */
    public List<String> lawOf(Form form) {
        LocalDate today = LocalDate.now(clock);
        return form.basis().stream()
                .map(id -> forms.law().citation(id, today))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .toList();
    }

    /** What the paper would say, and everything that is wrong with it, at most one violation per field. */
    public Assessed assess(Caller caller, Form form, Subject subject, Map<String, Object> given) {
        return assess(caller, form, subject, given, LocalDate.now(clock));
    }

    private Assessed assess(Caller caller, Form form, Subject subject, Map<String, Object> given, LocalDate filledOn) {
        LocalDate today = LocalDate.now(clock);
        Completing.Completed completed = completing.complete(
                form,
                subject,
                issuer(caller),
                caller.displayName(),
                filledOn,
                normalised(form, permitted(caller, form, given)),
                caller.mayReadSensitive());
        Map<String, Violation> violations = new LinkedHashMap<>();
        completed.violations().forEach(violation -> violations.put(violation.field(), violation));
        FormCheck.check(form, completed.values(), today, subject.student().map(Student::bornOn))
                .forEach(violation -> violations.putIfAbsent(violation.field(), violation));
        unsuited(form, subject).ifPresent(violation -> violations.put(violation.field(), violation));
        papersInCase.untrue(form, subject).ifPresent(violation -> violations.putIfAbsent(violation.field(), violation));
        subjectViolations(form, subject).forEach(violation -> violations.putIfAbsent(violation.field(), violation));
        List<Violation> undrawable = new ArrayList<>(papers.undrawable(form, completed.values()));
        photoIds(form, completed.values()).forEach((id, field) -> photos.find(id, caller)
                .ifPresentOrElse(found -> {}, () -> undrawable.add(new Violation(field, "照片不存在或不是本单位上传的，请重新上传"))));
        undrawable.forEach(violation -> violations.putIfAbsent(violation.field(), violation));
        return new Assessed(
                completed.values(), List.copyOf(violations.values()), List.copyOf(undrawable), completed.doubts());
    }

    /** Without the grant nobody fills in health or disability, nor gets back what once stood in a draft. */
    public static Map<String, Object> permitted(Caller caller, Form form, Map<String, Object> given) {
        Map<String, Object> permitted = new LinkedHashMap<>(given);
        if (!caller.mayReadSensitive()) {
            form.fields().stream().filter(Field::sensitive).map(Field::name).forEach(permitted::remove);
        }
        return permitted;
    }

    /** What was emptied on purpose stays named, so that it is not prefilled again. */
    private static Map<String, Object> normalised(Form form, Map<String, Object> given) {
        Map<String, Object> normalised = new LinkedHashMap<>(FormCheck.normalise(form, given));
        given.keySet().forEach(name -> normalised.putIfAbsent(name, ""));
        return normalised;
    }

    /**
     * What the paper would say.
     *
     * @param violations everything that is wrong with it
     * @param undrawable what of it keeps it from being drawn at all: characters without a glyph, pictures that are not there
     * @param doubts what was given otherwise than the records have it, and may stand
     */
    public record Assessed(
            Map<String, Object> values,
            List<Violation> violations,
            List<Violation> undrawable,
            List<Violation> doubts) {
        /**
         * The values, where they can be drawn.
         *
         * @throws ValuesRefused where they cannot
         */
        public Map<String, Object> drawable() {
            if (!undrawable.isEmpty()) {
                throw new ValuesRefused(undrawable);
            }
            return values;
        }
    }

    public Checked check(Caller caller, IssueOrder order) {
        return check(caller, order, LocalDate.now(clock));
    }

    /** @param filledOn the day whose age and date were filled in; everything else is checked as of today */
    public Checked check(Caller caller, IssueOrder order, LocalDate filledOn) {
        Form form = paper(caller, order.form());
        Office issuer = issuer(caller);
        if (issuer.closed()) {
            throw new Conflict("“%s”已撤销，不能再签发文书".formatted(issuer.name()));
        }
        OrderAuthority.require(form, issuer, order.subject().student().flatMap(Student::school), LocalDate.now(clock));
        Assessed assessed = assess(caller, form, order.subject(), order.values(), filledOn);
        if (!assessed.violations().isEmpty()) {
            throw new ValuesRefused(assessed.violations());
        }
        ready.expect();
        if (safe.keys().filter(keys -> keys.has(issuer.code())).isEmpty()) {
            throw new Conflict("“%s”还没有电子印章密钥，请联系教育局办理后再签发；所填内容已保留".formatted(issuer.name()));
        }
        return new Checked(
                caller,
                form,
                order.subject(),
                issuer,
                assessed.values(),
                digests(photoIds(form, assessed.values())),
                sensitive(form, assessed.values()),
                order.replaces().map(old -> predecessors.of(caller, order, old)),
                assessed.doubts());
    }

    private Office issuer(Caller caller) {
        return offices.find(caller.office()).orElseThrow(() -> new NotFound("单位"));
    }

    /** Why a paper of this form may not be issued about this child as it stands with its schooling. */
    public static Optional<Violation> unsuited(Form form, Subject subject) {
        return subject.student()
                .filter(child -> !form.suits(child.state().name()))
                .map(child -> new Violation(
                        "student",
                        "该生登记为%s，不能开具《%s》，只有登记为%s的学生可以开具；登记有误的，请先办理学籍变动"
                                .formatted(child.state().label(), form.title(), states(form))));
    }

    private static String states(Form form) {
        return form.states().stream()
                .flatMap(name -> StudentState.of(name).stream())
                .map(StudentState::label)
                .collect(Collectors.joining("、"));
    }

    private static List<Violation> subjectViolations(Form form, Subject subject) {
        return switch (form.about()) {
            case STUDENT ->
                subject.student().isPresent() && subject.caseFile().isEmpty()
                        ? List.of()
                        : List.of(new Violation("student", "请指明该文书所涉及的学生"));
            case CASE ->
                subject.caseFile().isPresent()
                        ? List.of()
                        : List.of(new Violation("case", "请指明该文书所涉及的个案；学生尚未建档的，请先建档"));
            case OFFICE -> subject.office().isPresent() ? List.of() : List.of(new Violation("office", "请指明该文书所涉及的单位"));
            case TERM -> subject.term().isPresent() ? List.of() : List.of(new Violation("term", "请指明该文书所涉及的学期"));
            case PERIOD ->
                subject.office().isPresent() && subject.term().isPresent()
                        ? List.of()
                        : List.of(new Violation("period", "台账由系统按期间计算，请到“台账”选定期间后报送"));
        };
    }

    private static Map<String, String> photoIds(Form form, Map<String, Object> values) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.type() == FieldType.PHOTOS && values.get(field.name()) instanceof List<?> list) {
                list.forEach(id -> ids.put(String.valueOf(id), field.name()));
            }
        }
        return ids;
    }

    private Map<String, String> digests(Map<String, String> ids) {
        Map<String, String> digests = new LinkedHashMap<>();
        ids.keySet().forEach(id -> photos.find(id).map(Photo::sha256).ifPresent(sha -> digests.put(id, sha.hex())));
        return digests;
    }

    public static boolean sensitive(Form form, Map<String, Object> values) {
        return form.fields().stream().anyMatch(field -> field.sensitive() && values.containsKey(field.name()));
    }
}
