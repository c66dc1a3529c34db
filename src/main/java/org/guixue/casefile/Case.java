package org.guixue.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.Situation;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * A child's case: the list of what happened ({@link RecordedEvent}), from which its state is computed for a day. What this row
 * says of state and lead office is a copy as of the last event, for lists. Never deleted (动态销号, 宁教综〔2021〕22号 二).
 */
@Entity
@Table(name = "case_file")
public class Case {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private Student student;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "first_opened_on")
    private LocalDate firstOpenedOn;

    private String reason;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Column(name = "lead_office_id")
    private @Nullable Long leadOffice;

    @Column(name = "until_on")
    private @Nullable LocalDate untilOn;

    @Column(name = "opened_by")
    private long openedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToMany(mappedBy = "caseFile")
    @OrderBy("madeOn, createdAt, id")
    private List<Persuasion> persuasions = new ArrayList<>();

    @Version
    private int version;

    protected Case() {}

    Case(Student student, LocalDate openedOn, String reason, long openedBy, Instant now) {
        this.student = student;
        this.openedOn = openedOn;
        this.firstOpenedOn = openedOn;
        this.reason = reason;
        this.state = CaseState.SUSPECTED;
        this.openedBy = openedBy;
        this.createdAt = now;
    }

    /** Copies where it stands now. */
    void stand(Situation now) {
        state = now.state();
        openedOn = now.spellFrom();
        now.begunBecause().ifPresent(said -> reason = said);
        leadOffice = now.lead().isPresent() ? now.lead().getAsLong() : null;
        untilOn = now.decidedUntil().orElse(null);
    }

    void add(Persuasion persuasion) {
        persuasions.add(persuasion);
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

    /** When the present absence began. */
    public LocalDate openedOn() {
        return openedOn;
    }

    /** When the first absence began. */
    public LocalDate firstOpenedOn() {
        return firstOpenedOn;
    }

    /** Why the present absence began, where somebody said so. */
    public String reason() {
        return reason;
    }

    /** As of the last event. */
    public CaseState state() {
        return state;
    }

    /** The office that leads it. */
    public OptionalLong leadOffice() {
        return leadOffice == null ? OptionalLong.empty() : OptionalLong.of(leadOffice);
    }

    /** Until when a deferral or suspension was granted. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilOn);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Those that no correction took back, in order of date. */
    public List<Persuasion> persuasions() {
        return persuasions.stream().filter(each -> !each.withdrawn()).toList();
    }

    /** One of all that were written down, taken back or not. */
    public Optional<Persuasion> recordedPersuasion(long wanted) {
        return persuasions.stream().filter(each -> each.id() == wanted).findFirst();
    }
}
