package org.guixue.instrument;

import java.time.LocalDate;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.form.FormId;
import org.guixue.office.Office;

/**
 * All that is fixed when a number is allotted: nothing of it changes until the paper is disposed of.
 *
 * @param approved by whom, where the form asks for it
 * @param token 32 hexadecimal digits, random; what the QR code on the paper says
 * @param valuesJson what was filled in, as it will be embedded in the sealed file
 * @param recordJson what was known when the number was allotted (DA/T 46), as it will be embedded
 */
public record FrozenPaper(
        FormId form,
        int formVersion,
        Sha256 templateDigest,
        String title,
        String kind,
        Subject subject,
        Office issuer,
        SerialNumber serial,
        ArchivalNumber archivalNumber,
        LocalDate issuedOn,
        long issuedBy,
        String issuedByName,
        Optional<Approved> approved,
        String token,
        byte[] valuesJson,
        byte[] recordJson,
        boolean sensitive) {}
