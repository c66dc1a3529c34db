package org.guixue.archive;

import java.util.List;
import java.util.Map;
import org.guixue.Sha256;

/**
 * A piece of evidence on its way into the archive.
 *
 * @param bytes as they were handed in
 * @param record what is known of it, JSON; lies beside it
 * @param actor id of the account that handed it in
 */
public record Proof(FileType type, byte[] bytes, byte[] record, long actor) {
    /** The file first: where the record lies, the file lies too. */
    List<Part> parts(ArchivalNumber number) {
        return List.of(Part.of(number.payload(type), bytes), Part.of(number.record(), record));
    }

    Event event() {
        return new Event(
                Act.ACCESSION, actor, Map.of("record", Sha256.of(record).hex()));
    }
}
