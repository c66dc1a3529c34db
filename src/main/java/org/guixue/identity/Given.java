package org.guixue.identity;

import java.util.Optional;
import java.util.function.Function;

/**
 * What was given for a value, read once: the value, or why it is none, or nothing at all.
 *
 * <p>A text that an older version took and today's types do not is 待核: it has neither value nor fault, is kept and shown as
 * it is, and is nobody's mistake of today.
 *
 * @param text as the value writes itself where there is one, else as it was typed; empty where nothing was given
 * @param fault a sentence for the one who typed it
 */
public record Given<T>(String text, Optional<T> value, Optional<String> fault) {
    private static final Given<?> NOTHING = new Given<>("", Optional.empty(), Optional.empty());

    @SuppressWarnings("unchecked")
    public static <T> Given<T> nothing() {
        return (Given<T>) NOTHING;
    }

    static <T> Given<T> of(String text, T value) {
        return new Given<>(text, Optional.of(value), Optional.empty());
    }

    static <T> Given<T> refused(String typed, String fault) {
        return new Given<>(typed, Optional.empty(), Optional.of(fault));
    }

    /** As it lies in the house: what is refused today is 待核. */
    public Given<T> asHeld() {
        return fault.isEmpty() ? this : new Given<>(text, Optional.empty(), Optional.empty());
    }

    /** This, or what was known before where nothing is given. */
    public Given<T> or(Optional<Given<T>> known) {
        return isNothing() ? known.orElse(this) : this;
    }

    public boolean isNothing() {
        return text.isEmpty() && value.isEmpty() && fault.isEmpty();
    }

    /** 待核. */
    public boolean isUnread() {
        return value.isEmpty() && fault.isEmpty() && !text.isEmpty();
    }

    /** The value's words, or those of what is 待核 with a note of it; empty for nothing. */
    public String shown(Function<T, String> words) {
        return value.map(words).orElseGet(() -> text.isEmpty() ? "" : Mask.of(text) + "（待核）");
    }
}
