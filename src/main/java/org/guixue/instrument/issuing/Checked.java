package org.guixue.instrument.issuing;

import java.util.Map;
import org.guixue.form.Form;
import org.guixue.instrument.Subject;
import org.guixue.office.Caller;
import org.guixue.office.Office;

/**
 * An order that may be issued: what {@link Check} vouches for.
 *
 * @param form as the issuer's jurisdiction adopts it
 * @param values normalised and complete
 * @param photos id → digest of each picture on the paper
 * @param sensitive whether a field of health or disability is filled
 */
record Checked(
        Caller caller,
        Form form,
        Subject subject,
        Office issuer,
        Map<String, Object> values,
        Map<String, String> photos,
        boolean sensitive) {}
