package org.guixue.sheet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.guixue.form.Form;

/**
 * An unfinished draft as a list shows it.
 *
 * @param standing see {@link Offered.Begun}
 */
public record DraftLine(String href, String title, String subject, String changed, String standing) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** Empty where its form is no longer in force for the caller's office. */
    static Optional<DraftLine> of(Draft draft, List<Form> forms) {
        return forms.stream()
                .filter(form -> form.id().equals(draft.form()))
                .findFirst()
                .map(form -> new DraftLine(
                        "/drafts/" + draft.id(),
                        form.title(),
                        draft.subject().label(),
                        minute(draft.changedAt()),
                        Offered.standing(draft)));
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
