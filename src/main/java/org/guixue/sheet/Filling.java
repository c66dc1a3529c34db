package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormValues;
import org.guixue.form.SheetFacts;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Completing;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** Filling a paper on screen: which draft lies on the desk, what its sheet looks like, what a posted sheet says. */
@ApplicationScoped
public class Filling {
    private static final String HIDDEN = "健康和残疾信息由另有授权的人员填写";
    private static final String ROLL = "来自学生名册，这里不能改；如有错误，请先更正名册";
    private static final String OFFICE = "来自单位资料，这里不能改；如有错误，请由教育局更正单位资料";

    private final Drafts drafts;
    private final Offices offices;
    private final FormCatalog forms;
    private final Completing completing;
    private final Clock clock;

    @Inject
    public Filling(Drafts drafts, Offices offices, FormCatalog forms, Completing completing, Clock clock) {
        this.drafts = drafts;
        this.offices = offices;
        this.forms = forms;
        this.completing = completing;
        this.clock = clock;
    }

    /** The caller's unfinished draft of that form about that subject, or a new one. */
    public Draft begin(Caller caller, Form form, Subject subject) {
        return drafts.unfinished(caller, form.id(), subject)
                .orElseGet(() -> drafts.begin(caller, form.id(), subject, Map.of()));
    }

    /**
     * The sheet with its inputs, as a fragment of HTML.
     *
     * @param shown the violations that stand in the cells
     */
    public String sheet(Caller caller, Form form, Subject subject, Map<String, Object> values, List<Violation> shown) {
        Office issuer = offices.find(caller.office()).orElseThrow();
        Map<String, String> reasons = new TreeMap<>();
        Set<String> identity = Prefill.identity(form, subject);
        locked(caller, form, subject).forEach(name -> reasons.put(name, identity.contains(name) ? ROLL : OFFICE));
        hidden(caller, form).forEach(name -> reasons.put(name, HIDDEN));
        return forms.sheet(form)
                .forScreen(values, shown, reasons, SheetFacts.draft(issuer.name(), LocalDate.now(clock)));
    }

    /**
     * What a posted sheet says. Every field that may be changed was on it, so one that came back empty though the records know
     * it was emptied: it is kept as such and not prefilled again.
     */
    public Map<String, Object> posted(Caller caller, Form form, Subject subject, Map<String, List<String>> parameters) {
        Map<String, Object> values = new LinkedHashMap<>(FormValues.posted(form, parameters));
        Set<String> locked = locked(caller, form, subject);
        Set<String> known = known(caller, form, subject);
        for (Field field : form.fields()) {
            if (locked.contains(field.name())) {
                values.remove(field.name());
            } else if (known.contains(field.name())) {
                values.putIfAbsent(field.name(), field.type() == FieldType.TABLE ? List.of() : "");
            }
        }
        return values;
    }

    /** The fields that would be filled in if nothing had been typed. */
    private Set<String> known(Caller caller, Form form, Subject subject) {
        Office issuer = offices.find(caller.office()).orElseThrow();
        return completing
                .complete(
                        form,
                        subject,
                        issuer,
                        caller.displayName(),
                        LocalDate.now(clock),
                        Map.of(),
                        caller.mayReadSensitive())
                .values()
                .keySet();
    }

    private Set<String> locked(Caller caller, Form form, Subject subject) {
        Office issuer = offices.find(caller.office()).orElseThrow();
        Set<String> names = new TreeSet<>(Prefill.locked(form, subject, issuer, LocalDate.now(clock)));
        names.addAll(hidden(caller, form));
        return names;
    }

    private static Set<String> hidden(Caller caller, Form form) {
        return caller.mayReadSensitive()
                ? Set.of()
                : form.fields().stream()
                        .filter(Field::sensitive)
                        .map(Field::name)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
