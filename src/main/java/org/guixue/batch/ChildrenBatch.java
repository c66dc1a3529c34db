package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.form.SubjectKind;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.guixue.person.Student;

/** One paper for each of many children: which forms go, and whom each paper is about. */
@ApplicationScoped
public class ChildrenBatch {
    static final String NO_CASE = "这名学生还没有建立个案，请先在学生页面建立个案";

    private final Check check;
    private final Cases cases;

    @Inject
    public ChildrenBatch(Check check, Cases cases) {
        this.check = check;
        this.cases = cases;
    }

    /** The forms about a child that the caller's office may issue. */
    List<Form> forms(Caller caller) {
        return check.forms(caller).stream().filter(form -> form.about().child()).toList();
    }

    /**
     * @throws ValuesRefused where there is no such form
     * @throws Conflict where it is not about a child
     */
    Form form(Caller caller, String id) {
        Form form = check.form(caller, formId(id));
        if (!form.about().child()) {
            throw new Conflict("《%s》不是针对学生的文书，不能为多名学生成批签发".formatted(form.title()));
        }
        return form;
    }

    boolean isOfChildren(Caller caller, FormId id) {
        return forms(caller).stream().anyMatch(form -> form.id().equals(id));
    }

    private static FormId formId(String text) {
        try {
            return FormId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("form", "没有这种表样，请从表样列表中选择");
        }
    }

    /**
     * A paper of the batch before it is one.
     *
     * @param fault why there can be none, whatever stands on it; empty where there can
     */
    record Sought(BatchOrder.Line line, String fault) {}

    /** One for each whom the choice names, whether it is to be had or not. */
    List<Sought> lines(Caller caller, Form form, Chosen chosen) {
        List<Sought> lines = new ArrayList<>();
        for (Student child : chosen.children()) {
            lines.add(line(caller, form, child, chosen.of(child)));
        }
        for (Chosen.Missed missed : chosen.missed()) {
            Subjects.Named nobody = new Subjects.Named(null, null, null, null);
            lines.add(new Sought(new BatchOrder.Line(nobody, missed.name(), "", missed.values()), missed.why()));
        }
        return lines;
    }

    Sought line(Caller caller, Form form, Student child, Map<String, Object> values) {
        boolean aboutCase = form.about() == SubjectKind.CASE;
        Optional<Long> caseFile =
                aboutCase ? cases.openCase(child.id(), caller.scope()).map(Case::id) : Optional.empty();
        Subjects.Named named = new Subjects.Named(child.id(), caseFile.orElse(null), null, null);
        return new Sought(
                new BatchOrder.Line(named, child.name(), "", new LinkedHashMap<>(values)),
                aboutCase && caseFile.isEmpty() ? NO_CASE : "");
    }
}
