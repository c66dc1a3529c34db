package org.guixue.instrument;

import org.guixue.office.Office;

/**
 * All that is fixed when a number is allotted: nothing of it changes until the paper is disposed of.
 *
 * @param facts what was known when the number was allotted (DA/T 46)
 * @param subject and issuer as the database has them; the facts say what they were called
 * @param valuesJson what was filled in, as it will be embedded in the sealed file
 * @param recordJson the facts, as they will be embedded
 */
public record FrozenPaper(RecordFacts facts, Subject subject, Office issuer, byte[] valuesJson, byte[] recordJson) {}
