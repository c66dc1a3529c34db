package org.guixue.person;

/** Asked before somebody is told that children stand on the roster outside their scope ({@link Duplicates#ELSEWHERE}). */
public interface MayBeTold {
    /** Refuses where they may not be told; then nothing is written either. */
    void expect(FoundElsewhere found);
}
