package org.guixue.sheet;

import java.util.List;
import java.util.Optional;
import org.guixue.form.FieldText;
import org.guixue.form.Form;

/**
 * An unfinished draft as a list shows it.
 *
 * @param standing see {@link Offered.Begun}
 */
public record DraftLine(String href, String title, String subject, String changed, String standing) {
    /** Empty where its form is no longer in force for the caller's office. */
    static Optional<DraftLine> of(Draft draft, List<Form> forms) {
        return forms.stream()
                .filter(form -> form.id().equals(draft.form()))
                .findFirst()
                .map(form -> new DraftLine(
                        "/drafts/" + draft.id(),
                        form.title(),
                        draft.subject().label(),
                        FieldText.minute(draft.changedAt()),
                        Offered.standing(draft)));
    }
}
