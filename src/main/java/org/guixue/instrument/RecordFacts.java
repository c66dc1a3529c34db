package org.guixue.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.casefile.Case;
import org.guixue.form.FormId;
import org.guixue.office.Office;
import org.guixue.person.Student;

/**
 * What was known of a record when its number was allotted, in the terms of DA/T 46-2009: enough to rebuild the catalogue
 * from the sealed files alone. {@link RecordJson} is how it lies in the file.
 *
 * @param words names that the sheet prints, as the issuer's jurisdiction adopts them
 * @param approved by whom, where the form asks for it
 * @param sensitive whether a field of health or disability is filled
 * @param token 32 hexadecimal digits, random; what the QR code on the paper says
 * @param photos id → digest of each picture on the paper
 * @param replaces the void paper whose place it takes
 */
public record RecordFacts(
        ArchivalNumber archivalNumber,
        SerialNumber serial,
        String title,
        Map<String, String> words,
        String kind,
        FormThen form,
        OfficeThen issuer,
        LocalDate issuedOn,
        Instant reservedAt,
        Account issuedBy,
        Optional<Approved> approved,
        SubjectThen subject,
        String retention,
        boolean sensitive,
        String token,
        Sha256 valuesSha256,
        Map<String, String> photos,
        Optional<Predecessor> replaces) {
    /** A paper of before that is void. */
    public record Predecessor(ArchivalNumber number, String serial) {}

    public RecordFacts {
        words = Collections.unmodifiableMap(new TreeMap<>(words));
        photos = Collections.unmodifiableMap(new LinkedHashMap<>(photos));
    }

    /** The version of the form that it was made from. */
    public record FormThen(FormId id, int version, Sha256 templateSha256) {}

    /** An office as it was called then. */
    public record OfficeThen(long id, String code, String name, String mark, String fonds) {
        public static OfficeThen of(Office office) {
            return new OfficeThen(office.id(), office.code(), office.name(), office.mark(), office.fonds());
        }
    }

    /** Who gave the order. */
    public record Account(long account, String name) {}

    /** A child as it was called then; the ID is masked. */
    public record ChildThen(long id, String name, String maskedId) {
        public static ChildThen of(Student child) {
            return new ChildThen(child.id(), child.name(), child.maskedId());
        }
    }

    /** What it is about. */
    public record SubjectThen(
            Optional<ChildThen> student, Optional<Long> caseId, Optional<OfficeThen> office, Optional<String> term) {
        public static SubjectThen of(Subject subject) {
            return new SubjectThen(
                    subject.student().map(ChildThen::of),
                    subject.caseFile().map(Case::id),
                    subject.office().map(OfficeThen::of),
                    subject.term());
        }
    }
}
