package org.guixue.instrument.issuing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.person.Student;

/**
 * What a caller asks to be issued.
 *
 * @param replaces id of the void paper whose place it is to take
 */
public record IssueOrder(FormId form, Subject subject, Map<String, Object> values, Optional<Long> replaces) {
    public IssueOrder(FormId form, Subject subject, Map<String, Object> values) {
        this(form, subject, values, Optional.empty());
    }

    /** The same for equal orders: by it a repeated request is told from another one under the same key. */
    public Sha256 digest() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("form", form.toString());
        all.put("student", subject.student().map(Student::id).orElse(0L));
        all.put("case", subject.caseFile().map(Case::id).orElse(0L));
        all.put("office", subject.office().map(Office::id).orElse(0L));
        all.put("term", subject.term().orElse(""));
        all.put("values", values);
        replaces.ifPresent(id -> all.put("replaces", id));
        return Sha256.of(ValuesJson.write(all));
    }
}
