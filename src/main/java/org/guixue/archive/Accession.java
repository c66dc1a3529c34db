package org.guixue.archive;

import java.util.Map;
import org.guixue.Sha256;

/**
 * What the register says of an accession beside the file's digest and the time.
 *
 * @param certificate SHA-256 of the certificate that sealed the file
 * @param actor id of the account that issued it
 */
public record Accession(Sha256 certificate, long actor) {
    Event event() {
        return new Event(Act.ACCESSION, actor, Map.of("certificate", certificate.hex()));
    }
}
