package org.guixue.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** What was decided of a whole class otherwise than by the rule; empty parts are the rule's. */
@Entity
@Table(name = "promotion_class")
public class ClassChoice {
    @Id
    private Long id;

    @ManyToOne
    private Promotion promotion;

    private String grade;

    @Column(name = "school_class")
    private String schoolClass;

    private String step;

    @Column(name = "to_class")
    private String toClass;

    @ManyToOne
    @JoinColumn(name = "to_school_id")
    private @Nullable Office toSchool;

    protected ClassChoice() {}

    ClassChoice(long id, Promotion promotion, String grade, String schoolClass) {
        this.id = id;
        this.promotion = promotion;
        this.grade = grade;
        this.schoolClass = schoolClass;
        this.step = "";
        this.toClass = "";
    }

    void decide(Optional<YearStep> decided, String newClass, Optional<Office> school) {
        step = decided.map(YearStep::name).orElse("");
        toClass = newClass;
        toSchool = school.orElse(null);
    }

    Promotion promotion() {
        return promotion;
    }

    boolean isOf(String ofGrade, String ofClass) {
        return grade.equals(ofGrade) && schoolClass.equals(ofClass);
    }

    Optional<YearStep> step() {
        return YearStep.of(step);
    }

    String toClass() {
        return toClass;
    }

    Optional<Office> toSchool() {
        return Optional.ofNullable(toSchool);
    }
}
