package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.jspecify.annotations.Nullable;

/** Who a child is: its name, birth and papers, as the roster has them. */
@MappedSuperclass
public abstract class RegisteredChild {
    private String name;

    private String sex;

    private String ethnicity;

    @Column(name = "born_on")
    private LocalDate bornOn;

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

    /** Keeps two writers from giving one paper to two children. */
    @Column(name = "paper_key")
    private @Nullable String paperKey;

    final void correctIdentity(StudentDetails.Identity identity) {
        name = identity.name().text();
        sex = identity.sex().text();
        ethnicity = identity.ethnicity().text();
        bornOn = identity.bornOn();
        nationalId = orNull(identity.nationalId());
        noIdReason = nationalId == null ? identity.noIdReason() : "";
        correctPaper(identity.otherPaper());
        studentNumber = orNull(identity.studentNumber());
    }

    /** One that is 待核 stays as it is. */
    private void correctPaper(Given<OtherPaper> paper) {
        if (paper.isUnread()) {
            keepUnread(paper.text());
        } else if (paper.value().isEmpty() || !paper.value().equals(otherPaper())) {
            otherPaperKind = paper.value().map(OtherPaper::kind).orElse(null);
            otherPaperNumber = paper.value().map(OtherPaper::number).orElse(null);
            paperKey = paper.value()
                    .filter(OtherPaper::identifies)
                    .map(OtherPaper::key)
                    .orElse(null);
        }
    }

    private void keepUnread(String kindAndNumber) {
        int space = kindAndNumber.indexOf(' ');
        if (otherPaperKind == null && space > 0) {
            otherPaperKind = kindAndNumber.substring(0, space);
            otherPaperNumber = kindAndNumber.substring(space + 1);
        }
    }

    private static @Nullable String orNull(Given<?> given) {
        return given.isNothing() ? null : given.text();
    }

    public String name() {
        return name;
    }

    public String sex() {
        return sex;
    }

    public String ethnicity() {
        return ethnicity;
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    /** Full years on that day. */
    public int ageOn(LocalDate day) {
        return Period.between(bornOn, day).getYears();
    }

    public Optional<NationalId> nationalId() {
        return heldId().value();
    }

    /** As it lies on the roster; what today's rule does not take is 待核. */
    public Given<NationalId> heldId() {
        return nationalId == null
                ? Given.nothing()
                : NationalId.read(nationalId).asHeld();
    }

    /** The masked ID, or 无 for a child without one. */
    public String maskedId() {
        return nationalId == null ? "无" : heldId().shown(NationalId::masked);
    }

    public Optional<StudentNumber> studentNumber() {
        return heldNumber().value();
    }

    /** As {@link #heldId}. */
    public Given<StudentNumber> heldNumber() {
        return studentNumber == null
                ? Given.nothing()
                : StudentNumber.read(studentNumber).asHeld();
    }

    public String noIdReason() {
        return noIdReason;
    }

    public Optional<OtherPaper> otherPaper() {
        return heldPaper().value();
    }

    /** As {@link #heldId}. */
    public Given<OtherPaper> heldPaper() {
        return otherPaperKind == null || otherPaperNumber == null
                ? Given.nothing()
                : OtherPaper.read(otherPaperKind, otherPaperNumber).asHeld();
    }

    /** As it lies on the roster, also where the paper is 待核. */
    public Optional<String> otherPaperKind() {
        return Optional.ofNullable(otherPaperKind);
    }

    public Optional<String> paperKey() {
        return Optional.ofNullable(paperKey);
    }

    /** As {@link #otherPaperKind}. */
    public Optional<String> otherPaperNumber() {
        return Optional.ofNullable(otherPaperNumber);
    }
}
