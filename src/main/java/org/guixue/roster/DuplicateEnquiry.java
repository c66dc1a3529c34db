package org.guixue.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.person.FoundElsewhere;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * An office wants a child on its roster that stands on another's. The bureau sees both sides and says what is right; the
 * office that asked sees only what it brought itself and the answer.
 */
@Entity
@Table(name = "duplicate_enquiry")
public class DuplicateEnquiry {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private Student student;

    @ManyToOne
    @JoinColumn(name = "office_id")
    private Office office;

    @Column(name = "account_id")
    private long accountId;

    private String asker;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "asked_name")
    private String askedName;

    @Column(name = "asked_birth")
    private String askedBirth;

    @Column(name = "asked_id")
    private String askedId;

    @ManyToOne
    @JoinColumn(name = "wanted_school_id")
    private @Nullable Office wantedSchool;

    private String grade;

    @Column(name = "school_class")
    private String schoolClass;

    @Enumerated(EnumType.STRING)
    private EnquiryState state = EnquiryState.OPEN;

    private String answer = "";

    @Column(name = "answered_by")
    private String answeredBy = "";

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Version
    private int version;

    protected DuplicateEnquiry() {}

    DuplicateEnquiry(
            Caller caller,
            Office office,
            Student student,
            FoundElsewhere.Finding finding,
            @Nullable Office wantedSchool,
            Instant now) {
        this.student = student;
        this.office = office;
        this.wantedSchool = wantedSchool;
        ask(caller, finding, now);
    }

    /** Asked again: the newest asking counts. */
    final void ask(Caller caller, FoundElsewhere.Finding finding, Instant now) {
        accountId = caller.account();
        asker = caller.displayName();
        askedAt = now;
        askedName = finding.name();
        askedBirth = finding.bornOn().toString();
        askedId = finding.nationalId();
        grade = finding.grade();
        schoolClass = finding.schoolClass();
    }

    void answer(EnquiryState as, String why, Caller by, Instant now) {
        state = as;
        answer = why;
        answeredBy = by.displayName();
        answeredAt = now;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    /** The child on the roster; for the bureau alone. */
    public Student student() {
        return student;
    }

    /** Who asks. */
    public Office office() {
        return office;
    }

    public String asker() {
        return asker;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String askedName() {
        return askedName;
    }

    public String askedBirth() {
        return askedBirth;
    }

    /** Masked; empty where only a student number was named. */
    public String askedId() {
        return askedId;
    }

    public Optional<Office> wantedSchool() {
        return Optional.ofNullable(wantedSchool);
    }

    public String grade() {
        return grade;
    }

    public String schoolClass() {
        return schoolClass;
    }

    public EnquiryState state() {
        return state;
    }

    public String answer() {
        return answer;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
