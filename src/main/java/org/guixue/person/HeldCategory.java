package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * That a child belongs to a group such as 留守儿童, from when, until when (the last day), and what shows it. Terms and lists
 * change with the years, so belonging has its period; an unknown end of it is empty. It cannot be changed.
 */
@Embeddable
public class HeldCategory {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_EVIDENCE = 200;

    @Column(name = "category")
    private String name = "";

    /** ISO dates or empty, never null: a row of the collection is found again by all its columns. */
    @Column(name = "held_from")
    private String from = "";

    @Column(name = "held_until")
    private String until = "";

    private String evidence = "";

    protected HeldCategory() {}

    public HeldCategory(String name, Optional<LocalDate> from, Optional<LocalDate> until, String evidence) {
        this.name = name.strip();
        this.from = from.map(LocalDate::toString).orElse("");
        this.until = until.map(LocalDate::toString).orElse("");
        this.evidence = evidence.strip();
    }

    /** Belonging of which nothing but the name is known. */
    public static HeldCategory named(String name) {
        return new HeldCategory(name, Optional.empty(), Optional.empty(), "");
    }

    public String name() {
        return name;
    }

    public Optional<LocalDate> from() {
        return from.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(from));
    }

    public Optional<LocalDate> until() {
        return until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
    }

    public String evidence() {
        return evidence;
    }

    public boolean holdsOn(LocalDate day) {
        return from().map(first -> !day.isBefore(first)).orElse(true)
                && until().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether the name itself tells of the child's own disability, so that only holders of the grant may read it. */
    public boolean sensitive() {
        return name.startsWith("残疾") || name.startsWith("重度残疾");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldCategory that
                && name.equals(that.name)
                && from.equals(that.from)
                && until.equals(that.until)
                && evidence.equals(that.evidence);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, from, until, evidence);
    }

    @Override
    public String toString() {
        return name;
    }
}
