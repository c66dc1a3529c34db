package org.guixue.office;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that waits for one caller. Kept nowhere: it is read from what makes it due, and gone when that is done.
 *
 * @param id stable while it is due, unique among all kinds, such as {@code approval-12}
 * @param title what is to be done, in Chinese
 * @param about on whom or what; empty for nothing in particular
 * @param note who set it going and when; empty for none
 * @param dueOn the last day; empty where it waits now and has none
 * @param source the rule that it comes from
 * @param action the word on its button; empty where there is none
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
        String href,
        Concern concern) {
    /** What hangs on no rule of a county and is about nobody by id. */
    public Task(
            String id,
            String title,
            String about,
            String note,
            Optional<LocalDate> dueOn,
            String source,
            String action,
            String href) {
        this(id, title, about, note, dueOn, source, action, href, Concern.NONE);
    }

    /**
     * Which rule asks for it, about whom and of which office.
     *
     * @param rule its id; empty for none
     * @param must the rule in words; empty for none
     * @param office that must act; empty for the caller's own
     */
    public record Concern(String rule, String must, OptionalLong student, OptionalLong caseFile, OptionalLong office) {
        static final Concern NONE =
                new Concern("", "", OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    public boolean overdue(LocalDate today) {
        return dueOn.filter(day -> day.isBefore(today)).isPresent();
    }
}
