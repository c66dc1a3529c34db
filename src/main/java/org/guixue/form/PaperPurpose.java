package org.guixue.form;

import java.util.List;

/**
 * What kinds of papers are for, as forms/kinds.json groups them.
 *
 * @param label in a word or two, such as 劝返
 */
public record PaperPurpose(String label, List<String> kinds) {
    static final PaperPurpose OTHER = new PaperPurpose("其他", List.of());

    public PaperPurpose {
        kinds = List.copyOf(kinds);
    }
}
