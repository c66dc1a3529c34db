package org.guixue.audit;

import java.util.Optional;

/**
 * What a check of the whole trail found.
 *
 * @param head how far the chain holds
 * @param firstOdd the first thing that does not fit
 * @param unchained events that are stored and not yet linked: some within a second of being written, none later
 */
public record AuditCheck(AuditHead head, Optional<Oddity> firstOdd, long unchained) {
    public boolean holds() {
        return firstOdd.isEmpty();
    }
}
