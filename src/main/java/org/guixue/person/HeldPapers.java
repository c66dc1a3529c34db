package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The papers and numbers of a child as they lie on the roster. What an older version took and today's types do not stays as
 * it is and is 待核.
 */
@Embeddable
public class HeldPapers {
    @Column(name = "national_id")
    private @Nullable String nationalId;

    @Column(name = "student_number")
    private @Nullable String studentNumber;

    @Column(name = "no_id_reason")
    private String noIdReason = "";

    @Column(name = "other_paper_kind")
    private @Nullable String otherPaperKind;

    @Column(name = "other_paper_number")
    private @Nullable String otherPaperNumber;

    protected HeldPapers() {}

    void correct(StudentDetails.Identity identity) {
        nationalId = orNull(identity.nationalId());
        noIdReason = nationalId == null ? identity.noIdReason() : "";
        studentNumber = orNull(identity.studentNumber());
        Given<OtherPaper> paper = identity.otherPaper();
        String[] unread = paper.isUnread() ? paper.text().split(" ", 2) : new String[2];
        otherPaperKind = paper.value().map(OtherPaper::kind).orElse(unread[0]);
        otherPaperNumber = paper.value().map(OtherPaper::number).orElse(unread[1]);
    }

    private static @Nullable String orNull(Given<?> given) {
        return given.isNothing() ? null : given.text();
    }

    public Given<NationalId> id() {
        return nationalId == null ? Given.nothing() : NationalId.read(nationalId).asHeld();
    }

    public Given<StudentNumber> number() {
        return studentNumber == null
                ? Given.nothing()
                : StudentNumber.read(studentNumber).asHeld();
    }

    public Given<OtherPaper> other() {
        return otherPaperKind == null || otherPaperNumber == null
                ? Given.nothing()
                : OtherPaper.read(otherPaperKind, otherPaperNumber).asHeld();
    }

    public @Nullable String otherKind() {
        return otherPaperKind;
    }

    public @Nullable String otherNumber() {
        return otherPaperNumber;
    }

    /** Why there is no resident ID; empty where there is one or nobody said. */
    public String noIdReason() {
        return noIdReason;
    }
}
