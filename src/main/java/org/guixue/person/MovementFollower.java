package org.guixue.person;

import org.guixue.access.Caller;

/** Learns what somebody registered on the roll by hand, within the transaction that writes it. */
@FunctionalInterface
public interface MovementFollower {
    void registered(Caller caller, Student child, Movement movement);
}
