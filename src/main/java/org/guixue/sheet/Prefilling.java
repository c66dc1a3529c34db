package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import org.guixue.form.Form;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Completing;
import org.guixue.office.Office;

/** Answers the house's check with {@link Prefill}. */
@ApplicationScoped
public class Prefilling implements Completing {
    @Override
    public Completed complete(
            Form form,
            Subject subject,
            Office issuer,
            String handler,
            LocalDate today,
            Map<String, Object> given,
            boolean mayReadSensitive) {
        return Prefill.complete(form, subject, issuer, handler, today, given, mayReadSensitive);
    }
}
