package org.guixue.reconciliation;

/**
 * How many findings of one kind, field and settlement there are.
 *
 * @param taken name of the side that was taken; empty for those that nobody has settled
 */
record FindingCount(FindingKind kind, String field, String taken, int count) {
    boolean open() {
        return taken.isEmpty();
    }
}
