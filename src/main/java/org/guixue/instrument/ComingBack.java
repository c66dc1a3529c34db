package org.guixue.instrument;

import java.util.List;
import org.guixue.access.Caller;

/** Says on a paper's page what came back of it. The room of scans answers. */
public interface ComingBack {
    Panel of(Caller caller, Instrument paper);

    /** @param mayFile whether the caller may file one more */
    record Panel(List<Line> lines, boolean mayFile) {}

    /**
     * One returned copy.
     *
     * @param n its number, from 1
     * @param signatures what somebody saw of the signatures
     * @param unseen whether nobody has looked yet
     * @param withdrawn why it is this paper's no more; empty where it is
     */
    record Line(int n, String on, int pages, String by, String signatures, boolean unseen, String withdrawn) {}
}
