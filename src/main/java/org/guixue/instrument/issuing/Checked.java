package org.guixue.instrument.issuing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guixue.Sha256;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.person.Student;

/**
 * An order that may be issued: what {@link Check} vouches for.
 *
 * @param form as the issuer's jurisdiction adopts it
 * @param values normalised and complete
 * @param photos id → digest of each picture on the paper
 * @param sensitive whether a field of health or disability is filled
 * @param replaces the void paper whose place it takes
 * @param doubts what was given otherwise than the records have it, and may stand
 */
public record Checked(
        Caller caller,
        Form form,
        Subject subject,
        Office issuer,
        Map<String, Object> values,
        Map<String, String> photos,
        boolean sensitive,
        Optional<Instrument> replaces,
        List<Violation> doubts) {
    /** What an approver is shown of it; the digest is over all that decides how the paper looks but its number and date. */
    public Presented presented() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("form", form.id().toString());
        all.put("version", form.version());
        all.put("template", form.digest().hex());
        all.put("title", form.title());
        all.put("words", new TreeMap<>(form.words()));
        all.put("retention", form.retention());
        all.put("issuer", issuer.name());
        all.put("student", subject.student().map(Student::id).orElse(0L));
        all.put("case", subject.caseFile().map(Case::id).orElse(0L));
        all.put("office", subject.office().map(Office::id).orElse(0L));
        all.put("term", subject.term().orElse(""));
        all.put("values", values);
        all.put("photos", new TreeMap<>(photos));
        replaces.ifPresent(old -> all.put("replaces", old.archivalNumber().toString()));
        return new Presented(ValuesJson.write(values), Sha256.of(ValuesJson.write(all)), sensitive);
    }
}
