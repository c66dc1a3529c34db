package org.guixue.form;

import java.util.Map;
import java.util.Optional;

/** A jurisdiction uses another's form, under its own title and words and for its own period. */
public record Adoption(FormId form, Optional<String> title, Optional<String> retention, Map<String, String> words) {
    public Adoption {
        words = Map.copyOf(words);
    }
}
