package org.guixue.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.guixue.identity.Mask;

/**
 * What search knows of one archived record.
 *
 * <p>Texts are masked on the way in: no resident ID or student number survives in {@code title}, {@code text} or
 * {@code sensitiveText}. {@code nationalId} and {@code studentNumber} only pass through; the index keeps their keyed
 * digests.
 *
 * @param serial 发文字号 as printed; empty where it has none
 * @param form its id, such as {@code haikou/home-visit-record}
 * @param kind what the facet calls it, such as 家访记录
 * @param studentId empty where the paper is about no child; name, IDs and mask are then empty strings
 * @param maskedId such as {@code 3607**********1234}, as everyone sees it
 * @param year of the serial number
 * @param visibleTo ids of all offices that see it: school, township and issuer, and all above these
 * @param text of the whole paper, without sensitive values, cells divided by line breaks
 * @param sensitiveText health and disability; found and shown only with the grant
 */
public record RecordEntry(
        long id,
        String serial,
        String archivalNumber,
        String form,
        String kind,
        String title,
        Optional<Long> studentId,
        String studentName,
        String nationalId,
        String maskedId,
        String studentNumber,
        Optional<Place> school,
        Optional<Place> township,
        int year,
        LocalDate issuedOn,
        String state,
        Set<Long> visibleTo,
        String text,
        String sensitiveText,
        long issuerId) {
    /** @throws IllegalArgumentException where {@code maskedId} is no mask or no office sees the record */
    public RecordEntry {
        if (Mask.holdsId(maskedId)) {
            throw new IllegalArgumentException("expected a masked ID, found a whole one for record " + id);
        }
        if (visibleTo.isEmpty()) {
            throw new IllegalArgumentException("expected an office that sees record " + id + ", found none");
        }
        visibleTo = Set.copyOf(visibleTo);
        title = Mask.inText(title);
        text = Mask.inText(text);
        sensitiveText = Mask.inText(sensitiveText);
    }

    /** Names the record and nobody in it. */
    @Override
    public String toString() {
        return "record " + id + " " + archivalNumber;
    }
}
