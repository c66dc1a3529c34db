package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** A change of school, class, state or category of a child (异动登记): what was before, what is since. Never changed or deleted. */
@Entity
@Table(name = "student_movement")
public class Movement {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private Student student;

    @Enumerated(EnumType.STRING)
    private MovementKind kind;

    @Column(name = "moved_on")
    private LocalDate movedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private StudentState fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private StudentState toState;

    @ManyToOne
    @JoinColumn(name = "from_school_id")
    private @Nullable Office fromSchool;

    @ManyToOne
    @JoinColumn(name = "to_school_id")
    private @Nullable Office toSchool;

    @Column(name = "from_grade")
    private String fromGrade;

    @Column(name = "to_grade")
    private String toGrade;

    @Column(name = "from_class")
    private String fromClass;

    @Column(name = "to_class")
    private String toClass;

    private String elsewhere;
    private String detail;
    private String evidence;

    @Column(name = "recorded_by")
    private long recordedBy;

    private String recorder;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Movement() {}

    /**
     * @param before the child's place before; {@code student} is as it is since
     * @param detail what else to know, such as the categories that came and went
     */
    Movement(
            Student student,
            MovementKind kind,
            LocalDate on,
            Standing before,
            String elsewhere,
            String detail,
            String evidence,
            Caller caller,
            Instant now) {
        Standing after = Standing.of(student);
        this.student = student;
        this.kind = kind;
        this.movedOn = on;
        this.fromState = before.state();
        this.toState = after.state();
        this.fromSchool = before.school().orElse(null);
        this.toSchool = after.school().orElse(null);
        this.fromGrade = before.grade();
        this.toGrade = after.grade();
        this.fromClass = before.schoolClass();
        this.toClass = after.schoolClass();
        this.elsewhere = elsewhere;
        this.detail = detail;
        this.evidence = evidence;
        this.recordedBy = caller.account();
        this.recorder = caller.displayName();
        this.recordedAt = now;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    public Student student() {
        return student;
    }

    public MovementKind kind() {
        return kind;
    }

    public LocalDate on() {
        return movedOn;
    }

    public Standing from() {
        return new Standing(fromState, Optional.ofNullable(fromSchool), fromGrade, fromClass);
    }

    public Standing to() {
        return new Standing(toState, Optional.ofNullable(toSchool), toGrade, toClass);
    }

    /** The school outside this county that the child came from or went to; empty where none was named. */
    public String elsewhere() {
        return elsewhere;
    }

    /** What else to know; nothing where it tells of an illness or a disability to somebody without the grant. */
    public String detailFor(boolean mayReadSensitive) {
        return keptApart(detail, mayReadSensitive);
    }

    /** What proves it; nothing where it tells of an illness or a disability to somebody without the grant. */
    public String evidenceFor(boolean mayReadSensitive) {
        return keptApart(evidence, mayReadSensitive);
    }

    private static String keptApart(String text, boolean mayReadSensitive) {
        return mayReadSensitive ? text : TellingWords.keptApart(text);
    }

    /** Whether it was written because the child's case says so. */
    public boolean followsCase() {
        return evidence.startsWith(Moving.BY_CASE);
    }

    public long recordedBy() {
        return recordedBy;
    }

    /** The name of who recorded it, as it was then. */
    public String recorder() {
        return recorder;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
