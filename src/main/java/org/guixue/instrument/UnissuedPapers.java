package org.guixue.instrument;

import java.util.Optional;

/** Knows the codes of papers that are no instruments: blank forms to be filled by hand. The room of the sheet answers. */
public interface UnissuedPapers {
    /** What a stranger may learn of the blank form with that code; names nobody. */
    Optional<Unissued> withToken(String token);

    record Unissued(String title, String office) {}
}
