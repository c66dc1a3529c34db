package org.guixue.instrument;

import java.util.List;
import org.guixue.access.Caller;

/** Says on a paper's page to whom it was delivered. The room of delivery answers. */
public interface HandingOver {
    Panel of(Caller caller, Instrument paper);

    /**
     * @param arrived whether it reached somebody
     * @param mayDeliver whether the caller may record one more
     */
    record Panel(List<Line> lines, boolean arrived, boolean mayDeliver) {}

    /**
     * One delivery.
     *
     * @param evidence ids of pictures and receipts
     */
    record Line(String on, String how, String note, List<Long> evidence) {}
}
