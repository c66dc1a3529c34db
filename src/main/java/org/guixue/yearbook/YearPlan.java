package org.guixue.yearbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The year of one county, written by its bureau. */
@Entity
@Table(name = "year_plan")
public class YearPlan {
    @Id
    private Long id;

    @Column(name = "office_id")
    private long office;

    @Column(name = "calendar_year")
    private int year;

    private String content;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected YearPlan() {}

    YearPlan(long id, long office, int year) {
        this.id = id;
        this.office = office;
        this.year = year;
    }

    void write(PlannedYear planned, Instant now) {
        content = PlannedYearColumn.written(planned);
        changedAt = now;
    }

    long office() {
        return office;
    }

    int year() {
        return year;
    }

    PlannedYear planned() {
        return PlannedYearColumn.read(year, content);
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }
}
