package org.guixue.sheet;

import java.util.Optional;
import org.guixue.instrument.Instrument;

/** What became of an order: the instrument, or the draft that waits for its approval (用印审批). */
public record Ordered(Optional<Instrument> issued, Optional<Draft> waiting) {
    public static Ordered issued(Instrument paper) {
        return new Ordered(Optional.of(paper), Optional.empty());
    }

    /** Issued once it was approved. */
    public static Ordered handedIn(Draft draft) {
        return new Ordered(draft.instrument(), Optional.of(draft));
    }
}
