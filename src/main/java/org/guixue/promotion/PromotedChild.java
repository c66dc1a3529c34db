package org.guixue.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.guixue.person.Movement;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/** What a turn of the year did with one child. While it holds it has the slot, of which there is one a child and school year. */
@Entity
@Table(name = "promoted_child")
public class PromotedChild {
    @Id
    private Long id;

    @ManyToOne
    private Promotion promotion;

    @ManyToOne
    @JoinColumn(name = "student_id")
    private Student student;

    @Column(name = "school_year")
    private int schoolYear;

    @Enumerated(EnumType.STRING)
    private YearStep step;

    private @Nullable String slot;

    @ManyToOne
    @JoinColumn(name = "movement_id")
    private Movement movement;

    @ManyToOne
    @JoinColumn(name = "undone_id")
    private @Nullable Movement undone;

    protected PromotedChild() {}

    PromotedChild(long id, Promotion promotion, YearStep step, Movement movement) {
        this.id = id;
        this.promotion = promotion;
        this.student = movement.student();
        this.schoolYear = promotion.year().begins();
        this.step = step;
        this.movement = movement;
        this.slot = schoolYear + " " + student.id();
    }

    /** Taken back by that movement. */
    void undo(Movement by) {
        undone = by;
        slot = null;
    }

    Promotion promotion() {
        return promotion;
    }

    /** Whether it was not taken back. */
    boolean holds() {
        return slot != null;
    }

    /** What took it back. */
    Optional<Movement> undone() {
        return Optional.ofNullable(undone);
    }

    Student student() {
        return student;
    }

    YearStep step() {
        return step;
    }

    Movement movement() {
        return movement;
    }
}
