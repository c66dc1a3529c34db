package org.guixue.audit;

import java.util.Optional;

/**
 * What a check of the whole trail found.
 *
 * @param head how far the chain holds
 * @param odd one sentence on the first thing that does not fit; empty when all does
 * @param unchained events that are stored and not yet linked: some within a second of being written, none later
 * @param backdated linked events that say to be over an hour older than one before them
 */
public record AuditCheck(AuditHead head, String odd, long unchained, long backdated) {
    public boolean holds() {
        return odd.isEmpty();
    }

    public Optional<String> firstOdd() {
        return holds() ? Optional.empty() : Optional.of(odd);
    }
}
