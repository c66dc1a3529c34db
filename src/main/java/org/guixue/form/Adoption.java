package org.guixue.form;

import java.util.Map;
import java.util.Optional;

/**
 * A jurisdiction uses another's form, under its own title and words and for its own period.
 *
 * @param series the word in its serial numbers; empty leaves it as the form says
 * @param approval whether a second person approves the use of the seal; empty leaves it as the form says
 */
public record Adoption(
        FormId form,
        Optional<String> title,
        Optional<String> series,
        Optional<String> retention,
        Optional<Boolean> approval,
        Map<String, String> words) {
    public Adoption {
        words = Map.copyOf(words);
    }
}
