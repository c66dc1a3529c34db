package org.guixue.office;

import org.guixue.access.Caller;

/** What one room hands over when a school closes and another takes its place. Asked in the transaction that closes it. */
@FunctionalInterface
public interface Succession {
    /** Hands over what is not finished, each with its trace; what has ended stays as it was. */
    void passOn(Caller caller, Office closed, Office successor, String reason);
}
