package org.guixue.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.guixue.access.CallerThen;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * One school's turn of one school year: PREPARING while its classes are looked through, ORDERED as it was seen, DONE once every
 * child's movement is written; PREPARING again where it was taken back. There is one a school and year, for ever.
 */
@Entity
@Table(name = "promotion")
public class Promotion {
    private static final int LONGEST_NOTE = 2000;

    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "school_id")
    private Office school;

    @Column(name = "school_year")
    private int schoolYear;

    @Enumerated(EnumType.STRING)
    private PromotionState state = PromotionState.PREPARING;

    private String digest = "";
    private String basis = "";
    private String note = "";
    private int children;

    @Embedded
    private CallerThen by;

    @Column(name = "ordered_at")
    private @Nullable Instant orderedAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @Version
    private int version;

    protected Promotion() {}

    Promotion(long id, Office school, SchoolYear year, Caller caller) {
        this.id = id;
        this.school = school;
        this.schoolYear = year.begins();
        this.by = new CallerThen(caller);
    }

    /** @param seen the digest of what the caller has looked through */
    void order(Caller caller, String seen, String basisOfAct, Instant now) {
        state = PromotionState.ORDERED;
        digest = seen;
        basis = basisOfAct;
        note = "";
        by = new CallerThen(caller);
        orderedAt = now;
    }

    void done(int howMany, Instant now) {
        state = PromotionState.DONE;
        children = howMany;
        doneAt = now;
    }

    /** To be looked through again, and why. */
    void backToPreparing(String why) {
        state = PromotionState.PREPARING;
        note = why.length() > LONGEST_NOTE ? why.substring(0, LONGEST_NOTE) : why;
        doneAt = null;
    }

    public long id() {
        return id;
    }

    public Office school() {
        return school;
    }

    public SchoolYear year() {
        return new SchoolYear(schoolYear);
    }

    public PromotionState state() {
        return state;
    }

    String digest() {
        return digest;
    }

    public String basis() {
        return basis;
    }

    /** Why it has to be looked through again; empty for nothing. */
    public String note() {
        return note;
    }

    /** How many went on, left or finished. */
    public int children() {
        return children;
    }

    /** In whose name it is carried out. */
    Caller caller() {
        return by.caller();
    }

    public String orderedBy() {
        return by.name();
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }
}
