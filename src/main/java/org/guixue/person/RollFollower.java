package org.guixue.person;

import java.util.List;

/** Learns which children were entered or changed, within the transaction that writes it. */
public interface RollFollower {
    /** @param entered whether they are new on the roster, so that nothing speaks of them yet */
    void changed(List<Long> students, boolean entered);
}
