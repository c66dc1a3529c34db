package org.guixue.watch;

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
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/** That a child is watched as one of a group, from when, why and by whom, until it no longer has to be. */
@Entity
@Table(name = "watch")
public class Watch {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private Student student;

    @Enumerated(EnumType.STRING)
    @Column(name = "group_name")
    private WatchGroup group;

    /** Child and group, while it lasts: once at a time. */
    @Column(name = "open_group")
    private @Nullable String openGroup;

    @Column(name = "since_on")
    private LocalDate sinceOn;

    @Column(name = "until_on")
    private @Nullable LocalDate untilOn;

    private String reason;

    @Column(name = "end_reason")
    private String endReason = "";

    @Column(name = "visited_on")
    private @Nullable LocalDate visitedOn;

    private String responsible;
    private String phone;

    @Column(name = "last_on")
    private @Nullable LocalDate lastOn;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Version
    private int version;

    protected Watch() {}

    Watch(Student student, WatchDetails details, long by, Instant now) {
        this.student = student;
        this.group = details.group();
        this.openGroup = openGroup(student.id(), details.group());
        this.sinceOn = details.since();
        this.reason = details.reason();
        this.visitedOn = details.visitedOn().orElse(null);
        this.responsible = details.responsible();
        this.phone = details.phone();
        this.recordedBy = by;
        this.recordedAt = now;
    }

    static String openGroup(long student, WatchGroup group) {
        return student + " " + group.name();
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    void note(NoteKind kind, LocalDate on) {
        if (kind.countsFor(group) && (lastOn == null || on.isAfter(lastOn))) {
            lastOn = on;
        }
    }

    void end(LocalDate until, String why) {
        untilOn = until;
        endReason = why;
        openGroup = null;
    }

    public long id() {
        return id;
    }

    public Student student() {
        return student;
    }

    public WatchGroup group() {
        return group;
    }

    /** Whether it lasts. */
    public boolean open() {
        return openGroup != null;
    }

    public LocalDate since() {
        return sinceOn;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilOn);
    }

    public String reason() {
        return reason;
    }

    public String endReason() {
        return endReason;
    }

    /** The visit from which it was found; empty where it was found otherwise. */
    public Optional<LocalDate> visitedOn() {
        return Optional.ofNullable(visitedOn);
    }

    public String responsible() {
        return responsible;
    }

    public String phone() {
        return phone;
    }

    /** When the child was last talked to, visited or checked, as its group asks. */
    public Optional<LocalDate> lastOn() {
        return Optional.ofNullable(lastOn);
    }

    /** The last day for the next one. */
    public LocalDate dueOn(int days) {
        return lastOn().orElse(sinceOn).plusDays(days);
    }
}
