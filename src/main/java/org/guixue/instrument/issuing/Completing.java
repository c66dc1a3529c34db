package org.guixue.instrument.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guixue.Violation;
import org.guixue.form.Form;
import org.guixue.instrument.Subject;
import org.guixue.office.Office;

/** Completes what was given for a paper with what the records know. The room of the sheet answers. */
public interface Completing {
    /**
     * The complete values, and what was given otherwise than the records have it.
     *
     * @param handler the name of who fills the paper in
     */
    Completed complete(
            Form form,
            Subject subject,
            Office issuer,
            String handler,
            LocalDate today,
            Map<String, Object> given,
            boolean mayReadSensitive);

    /** Only what {@link Completed#doubts} would say of those values. */
    List<Violation> doubts(Form form, Subject subject, Office issuer, LocalDate today, Map<String, Object> given);

    /**
     * @param violations one for each fact that only the records decide and that was given otherwise
     * @param doubts one for each that was given otherwise and may stand: what the records say, and what to do
     */
    record Completed(Map<String, Object> values, List<Violation> violations, List<Violation> doubts) {}
}
