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
import org.guixue.person.Student;

/**
 * One absence of one child from school: opened when the school learns of it, carried by each {@link Persuasion}, closed
 * with evidence and never deleted (动态销号, 宁教综〔2021〕22号 二).
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

    private String reason;

    @Enumerated(EnumType.STRING)
    private CaseState state;

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
        this.reason = reason;
        this.state = CaseState.OPEN;
        this.openedBy = openedBy;
        this.createdAt = now;
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

    public LocalDate openedOn() {
        return openedOn;
    }

    public String reason() {
        return reason;
    }

    public CaseState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** In order of date. */
    public List<Persuasion> persuasions() {
        return List.copyOf(persuasions);
    }
}
