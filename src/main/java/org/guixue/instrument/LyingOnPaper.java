package org.guixue.instrument;

import org.guixue.access.Caller;

/** Says on a paper's page where its paper original lies. The room of shelving answers. */
public interface LyingOnPaper {
    Panel of(Caller caller, Instrument paper);

    /**
     * @param box empty where it lies in none, and then all but {@code mayPut} are
     * @param office whose box it is
     * @param address the box's own page; empty where the caller may not see it
     * @param placed when it was put there and by whom
     */
    record Panel(String box, String shelf, String office, String address, String placed, boolean mayPut) {}
}
