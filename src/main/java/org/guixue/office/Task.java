package org.guixue.office;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that waits for one caller. Kept nowhere: it is read from what makes it due, and gone when that is done.
 *
 * @param id stable while it is due, unique among all kinds, such as {@code approval-12}
 * @param title what is to be done, in Chinese
 * @param about on whom or what; empty for nothing in particular
 * @param note who set it going and when; empty for none
 * @param dueOn the last day; empty where it waits now and has none
 * @param source the rule that it comes from
 * @param action the word on its button
 * @param href where it is done
 */
public record Task(
        String id,
        String title,
        String about,
        String note,
        Optional<LocalDate> dueOn,
        String source,
        String action,
        String href) {
    public boolean overdue(LocalDate today) {
        return dueOn.filter(day -> day.isBefore(today)).isPresent();
    }
}
