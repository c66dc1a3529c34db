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
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** What was decided of one child by hand, by whom and why. */
@Entity
@Table(name = "promotion_child")
public class ChildChoice {
    @Id
    private Long id;

    @ManyToOne
    private Promotion promotion;

    @Column(name = "student_id")
    private long student;

    @Enumerated(EnumType.STRING)
    private YearStep step;

    @Column(name = "to_grade")
    private String toGrade;

    @Column(name = "to_class")
    private String toClass;

    @ManyToOne
    @JoinColumn(name = "to_school_id")
    private @Nullable Office toSchool;

    private String reason;

    @Column(name = "decided_by")
    private String decidedBy;

    protected ChildChoice() {}

    ChildChoice(long id, Promotion promotion, long student) {
        this.id = id;
        this.promotion = promotion;
        this.student = student;
    }

    void decide(YearStep decided, String grade, String schoolClass, Optional<Office> school, String why, Caller by) {
        step = decided;
        toGrade = grade;
        toClass = schoolClass;
        toSchool = school.orElse(null);
        reason = why;
        decidedBy = by.displayName();
    }

    Promotion promotion() {
        return promotion;
    }

    public long student() {
        return student;
    }

    YearStep step() {
        return step;
    }

    String toGrade() {
        return toGrade;
    }

    String toClass() {
        return toClass;
    }

    Optional<Office> toSchool() {
        return Optional.ofNullable(toSchool);
    }

    String reason() {
        return reason;
    }

    String decidedBy() {
        return decidedBy;
    }
}
