package org.guixue.duty;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * That somebody answers for something in a school year. It is entered, may be corrected where it was mistyped, gets its
 * 目标责任书, is signed, and ends with the year or with the day on which somebody else takes over; what ended stays as history.
 */
@Entity
@Table(name = "duty")
public class Duty {
    @Id
    private Long id;

    @Column(name = "school_year")
    private int schoolYear;

    @Enumerated(EnumType.STRING)
    private DutyLayer layer;

    @ManyToOne
    @JoinColumn(name = "office_id")
    private Office office;

    private String village;
    private String grade;

    @Column(name = "school_class")
    private String schoolClass;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    private String what;

    /** What it covers, while it does: one at a time. */
    private @Nullable String slot;

    private String name;
    private String post;
    private String phone;

    @Column(name = "from_on")
    private LocalDate fromOn;

    @Column(name = "until_on")
    private @Nullable LocalDate untilOn;

    private String reason = "";

    @Column(name = "follows_id")
    private @Nullable Long follows;

    @Column(name = "agreement_id")
    private @Nullable Long agreement;

    @Column(name = "agreement_serial")
    private String agreementSerial = "";

    @Column(name = "agreement_on")
    private @Nullable LocalDate agreementOn;

    @Column(name = "signed_on")
    private @Nullable LocalDate signedOn;

    @Column(name = "signed_evidence")
    private String signedEvidence = "";

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Version
    private int version;

    protected Duty() {}

    Duty(SchoolYear year, DutyLayer layer, DutyPlace place, Responsible who, LocalDate from, long by, Instant now) {
        this.schoolYear = year.begins();
        this.layer = layer;
        this.office = place.office();
        this.student = place.child().orElse(null);
        this.village = place.village();
        this.grade = place.grade();
        this.schoolClass = place.schoolClass();
        this.what = place.key(layer.covers());
        this.slot = what;
        this.fromOn = from;
        this.recordedBy = by;
        this.recordedAt = now;
        correct(who);
    }

    /** Somebody else for the same thing, from that day. */
    Duty succeeded(Responsible next, LocalDate from, long by, Instant now) {
        Duty successor = new Duty();
        successor.schoolYear = schoolYear;
        successor.layer = layer;
        successor.office = office;
        successor.student = student;
        successor.village = village;
        successor.grade = grade;
        successor.schoolClass = schoolClass;
        successor.what = what;
        successor.slot = what;
        successor.fromOn = from;
        successor.follows = id;
        successor.recordedBy = by;
        successor.recordedAt = now;
        successor.correct(next);
        return successor;
    }

    /** The same person for the same thing at the school that took over; the agreement that was signed holds on. */
    Duty passedOn(DutyPlace place, LocalDate from, long by, Instant now) {
        Duty there = new Duty(year(), layer, place, who(), from, by, now);
        there.follows = id;
        there.agreement = agreement;
        there.agreementSerial = agreementSerial;
        there.agreementOn = agreementOn;
        there.signedOn = signedOn;
        there.signedEvidence = signedEvidence;
        return there;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    final void correct(Responsible who) {
        name = who.name();
        post = who.post();
        phone = who.phone();
    }

    /** @param until its last day */
    void end(LocalDate until, String why) {
        untilOn = until;
        reason = why;
        slot = null;
    }

    void issued(long instrument, String serial, LocalDate on) {
        agreement = instrument;
        agreementSerial = serial;
        agreementOn = on;
        signedOn = null;
        signedEvidence = "";
    }

    void signed(LocalDate on, String evidence) {
        signedOn = on;
        signedEvidence = evidence;
    }

    public long id() {
        return id;
    }

    public SchoolYear year() {
        return new SchoolYear(schoolYear);
    }

    public DutyLayer layer() {
        return layer;
    }

    public Office office() {
        return office;
    }

    public Optional<Student> student() {
        return Optional.ofNullable(student);
    }

    public String village() {
        return village;
    }

    public String grade() {
        return grade;
    }

    public String schoolClass() {
        return schoolClass;
    }

    String what() {
        return what;
    }

    /** Nobody took over, and nobody ended it. */
    public boolean current() {
        return slot != null;
    }

    public Responsible who() {
        return new Responsible(name, post, phone);
    }

    public String name() {
        return name;
    }

    public LocalDate from() {
        return fromOn;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilOn);
    }

    /** Why it ended; empty while it holds. */
    public String reason() {
        return reason;
    }

    public OptionalLong follows() {
        return follows == null ? OptionalLong.empty() : OptionalLong.of(follows);
    }

    public Optional<Long> agreement() {
        return Optional.ofNullable(agreement);
    }

    public String agreementSerial() {
        return agreementSerial;
    }

    public Optional<LocalDate> agreementOn() {
        return Optional.ofNullable(agreementOn);
    }

    public Optional<LocalDate> signedOn() {
        return Optional.ofNullable(signedOn);
    }

    public String signedEvidence() {
        return signedEvidence;
    }

    /** Counts the changes. */
    public int version() {
        return version;
    }

    /** What it covers, in words: 东山镇中心小学五年级2班. */
    public String covers() {
        String place = office.name();
        return switch (layer.covers()) {
            case OFFICE -> place;
            case VILLAGE -> place.replaceFirst("(人民政府|政府)$", "") + village;
            case GRADE -> place + grade;
            case CLASS -> place + classWords();
            case CHILD -> student().map(Student::name).orElse("") + "（" + place + classWords() + "）";
        };
    }

    private String classWords() {
        return schoolClass.startsWith(grade) ? schoolClass : grade + schoolClass;
    }
}
