package org.guixue.form;

import java.util.Map;
import java.util.Optional;

/**
 * A jurisdiction uses another's form, under its own title and words and for its own period.
 *
 * @param approval whether a second person approves the use of the seal; empty leaves it as the form says
 */
public record Adoption(
        FormId form,
        Optional<String> title,
        Optional<String> retention,
        Optional<Boolean> approval,
        Map<String, String> words) {
    public Adoption {
        words = Map.copyOf(words);
    }
}
