package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.StudentNumber;

/**
 * Finds who is on the roster already, anywhere in the county and not only in the caller's scope: what is found outside the
 * scope may be told to nobody but as 「已在本县名册，请联系教育局」. One query serves up to {@value #CHUNK} keys.
 */
@ApplicationScoped
@Transactional
public class Duplicates {
    public static final String ELSEWHERE = "已在本县名册，请联系教育局";
    private static final int CHUNK = 500;
    private static final String KNOWN = "select new org.guixue.person.KnownChild(s.id, s.name, s.bornOn,"
            + " s.nationalId, s.studentNumber, s.otherPaperKind, s.otherPaperNumber, s.schoolPath, s.townshipPath) from Student s where ";

    private final EntityManager database;

    @Inject
    public Duplicates(EntityManager database) {
        this.database = database;
    }

    public List<KnownChild> withNationalIds(Collection<NationalId> ids) {
        return among("s.nationalId in :keys", ids.stream().map(NationalId::text).toList());
    }

    public List<KnownChild> withStudentNumbers(Collection<StudentNumber> numbers) {
        return among(
                "s.studentNumber in :keys",
                numbers.stream().map(StudentNumber::text).toList());
    }

    /** Papers that are one child's alone. */
    public List<KnownChild> withPapers(Collection<OtherPaper> papers) {
        List<OtherPaper> telling =
                papers.stream().filter(OtherPaper::identifies).toList();
        return among(
                        "s.otherPaperNumber in :keys",
                        telling.stream().map(OtherPaper::number).toList())
                .stream()
                .filter(child -> telling.stream().anyMatch(child::holds))
                .toList();
    }

    /** By name alone; the birth date and the school are the asker's to compare. */
    public List<KnownChild> withNames(Collection<PersonName> names) {
        return among("s.name in :keys", names.stream().map(PersonName::text).toList());
    }

    private List<KnownChild> among(String condition, Collection<String> keys) {
        List<String> distinct = keys.stream().distinct().toList();
        List<KnownChild> found = new ArrayList<>();
        for (int first = 0; first < distinct.size(); first += CHUNK) {
            found.addAll(database.createQuery(KNOWN + condition, KnownChild.class)
                    .setParameter("keys", distinct.subList(first, Math.min(first + CHUNK, distinct.size())))
                    .getResultList());
        }
        return found;
    }
}
