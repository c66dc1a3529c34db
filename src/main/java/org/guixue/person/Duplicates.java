package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.guixue.identity.NationalId;
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
            + " s.papers.nationalId, s.papers.studentNumber, s.schoolPath, s.townshipPath) from Student s where ";

    @PersistenceContext(unitName = "guixue")
    private EntityManager database;

    public List<KnownChild> withNationalIds(Collection<NationalId> ids) {
        return among("s.papers.nationalId in :keys", ids.stream().map(NationalId::text).toList());
    }

    public List<KnownChild> withStudentNumbers(Collection<StudentNumber> numbers) {
        return among(
                "s.papers.studentNumber in :keys",
                numbers.stream().map(StudentNumber::text).toList());
    }

    /** By name alone; the birth date and the school are the asker's to compare. */
    public List<KnownChild> withNames(Collection<PersonName> names) {
        return among("s.name in :keys", names.stream().map(PersonName::text).toList());
    }

    /** Those of the same name and birth date at the same school. */
    public List<KnownChild> alike(PersonName name, LocalDate bornOn, long school) {
        return withNames(List.of(name)).stream()
                .filter(known -> known.bornOn().equals(bornOn) && known.at(school))
                .toList();
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
