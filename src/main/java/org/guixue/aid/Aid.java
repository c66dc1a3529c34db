package org.guixue.aid;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/**
 * What a child was given in a term (海教综〔2020〕18号 四(二); 天梯政办〔2019〕30号 五2): a dated fact. Never changed once written; what was wrong
 * is taken back by an entry of the same amount below zero that counters it.
 */
@Entity
@Table(name = "aid")
public class Aid {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private Student student;

    private String term;
    private String kind;
    private BigDecimal amount;

    @Column(name = "paid_on")
    private LocalDate paidOn;

    private String evidence;
    private String note;

    @Column(name = "counters_id")
    private @Nullable Long counters;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Aid() {}

    Aid(Student student, AidDetails details, long by, Instant now) {
        this.student = student;
        this.term = details.term();
        this.kind = details.kind();
        this.amount = details.amount().setScale(2);
        this.paidOn = details.on();
        this.evidence = details.evidence();
        this.note = details.note();
        this.recordedBy = by;
        this.recordedAt = now;
    }

    /** The entry that takes this one back. */
    Aid countered(String why, LocalDate today, long by, Instant now) {
        Aid counter = new Aid();
        counter.student = student;
        counter.term = term;
        counter.kind = kind;
        counter.amount = amount.negate();
        counter.paidOn = today;
        counter.evidence = "";
        counter.note = why;
        counter.counters = id;
        counter.recordedBy = by;
        counter.recordedAt = now;
        return counter;
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

    /** As periods name it, 2026-autumn. */
    public String term() {
        return term;
    }

    public String kind() {
        return kind;
    }

    /** In 元; below zero for an entry that takes another back. */
    public BigDecimal amount() {
        return amount;
    }

    public LocalDate on() {
        return paidOn;
    }

    /** Id of the receipt; empty for none. */
    public String evidence() {
        return evidence;
    }

    public String note() {
        return note;
    }

    /** The entry that this one takes back. */
    public Optional<Long> counters() {
        return Optional.ofNullable(counters);
    }
}
