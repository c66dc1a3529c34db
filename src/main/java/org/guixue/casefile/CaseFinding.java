package org.guixue.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.person.Students;
import org.jspecify.annotations.Nullable;

/**
 * Finds cases by what their histories say, as the county's picture counts them: what a bar shows and the list behind it come
 * from here. In a query for all cases of the scope and one for some hundred histories; what ended long ago is not read.
 */
@ApplicationScoped
@Transactional
public class CaseFinding {
    private static final int CHUNK = 500;
    private static final Set<CaseState> ENDED = EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF);

    private final EntityManager database;
    private final Cases cases;

    @Inject
    public CaseFinding(EntityManager database, Cases cases) {
        this.database = database;
        this.cases = cases;
    }

    /** Cases of the scope that have not ended, or that something happened in since that day. */
    public List<FoundCase> since(Scope scope, LocalDate day) {
        List<CasePlace> places = places(scope, day);
        Map<Long, CaseHistory> histories =
                cases.histories(places.stream().map(CasePlace::caseFile).toList());
        return places.stream()
                .map(place ->
                        new FoundCase(place, histories.getOrDefault(place.caseFile(), new CaseHistory(List.of()))))
                .toList();
    }

    private List<CasePlace> places(Scope scope, LocalDate day) {
        return database
                .createQuery(
                        "select c.id, s.id, sc.id, t.id, sc.path, t.path from Case c join c.student s left join s.school sc"
                                + " join s.township t where (c.state not in :ended or exists (select e.id from RecordedEvent e"
                                + " where e.caseFile = c and e.happenedOn >= :day)) and " + Students.VISIBLE
                                + " order by c.openedOn, c.createdAt, c.id",
                        Object[].class)
                .setParameter("ended", ENDED)
                .setParameter("day", day)
                .setParameter("within", scope.path() + "%")
                .getResultList()
                .stream()
                .map(CaseFinding::place)
                .toList();
    }

    private static CasePlace place(Object[] row) {
        @Nullable Object school = row[2];
        boolean schooled = school != null;
        return new CasePlace(
                (Long) row[0], (Long) row[1], (Long) row[schooled ? 2 : 3], (String) row[schooled ? 4 : 5], schooled);
    }

    /** The ids of the cases that fit, the longest open first. */
    List<Long> asked(CaseQuestion question) {
        return since(question.scope(), question.since()).stream()
                .filter(question::fits)
                .map(found -> found.place().caseFile())
                .toList();
    }

    /** These cases, in that order. */
    List<Case> of(List<Long> ids) {
        Map<Long, Case> found = new HashMap<>();
        for (int first = 0; first < ids.size(); first += CHUNK) {
            database.createQuery("select c from Case c join fetch c.student where c.id in :ids", Case.class)
                    .setParameter("ids", ids.subList(first, Math.min(first + CHUNK, ids.size())))
                    .getResultList()
                    .forEach(each -> found.put(each.id(), each));
        }
        List<Case> ordered = new ArrayList<>();
        ids.forEach(id -> ordered.add(found.get(id)));
        ordered.removeIf(Objects::isNull);
        return ordered;
    }
}
