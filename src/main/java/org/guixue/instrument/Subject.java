package org.guixue.instrument;

import java.util.Optional;
import org.guixue.casefile.Case;
import org.guixue.office.Office;
import org.guixue.person.Student;

/** What an instrument is about, as its form says: a child, a child's case, an office, a term, or an office for a period. */
public record Subject(
        Optional<Student> student, Optional<Case> caseFile, Optional<Office> office, Optional<String> term) {
    public static Subject of(Student student) {
        return new Subject(Optional.of(student), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Subject of(Case caseFile) {
        return new Subject(Optional.of(caseFile.student()), Optional.of(caseFile), Optional.empty(), Optional.empty());
    }

    public static Subject of(Office office) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.of(office), Optional.empty());
    }

    public static Subject ofTerm(String term) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(term));
    }

    /** @param period as {@code calendar.Reporting} names it */
    public static Subject of(Office office, String period) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.of(office), Optional.of(period));
    }

    /** For a preview before anybody is chosen. */
    public static Subject none() {
        return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it is an office's period, of which a ledger tells. */
    public boolean isPeriod() {
        return office.isPresent() && term.isPresent();
    }

    /** Whether both name the same child, case, office and term, whatever was read of them. */
    public boolean isSameAs(Subject other) {
        return student.map(Student::id).equals(other.student.map(Student::id))
                && caseFile.map(Case::id).equals(other.caseFile.map(Case::id))
                && office.map(Office::id).equals(other.office.map(Office::id))
                && term.equals(other.term);
    }

    /** In Chinese, for a heading: the child's or the office's name, or the term. */
    public String label() {
        return student.map(Student::name)
                .or(() -> office.map(Office::name))
                .or(() -> term)
                .orElse("");
    }
}
