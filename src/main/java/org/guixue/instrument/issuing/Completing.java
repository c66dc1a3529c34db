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
     * The complete values, and one violation for each identity that was given otherwise than the records have it.
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

    record Completed(Map<String, Object> values, List<Violation> violations) {}
}
