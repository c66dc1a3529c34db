package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.guixue.casefile.history.CaseState;
import org.guixue.office.Office;
import org.guixue.person.StudentState;

/** Reads a school's roll for the turn of the year, in a few queries and without making an entity of any child. */
@ApplicationScoped
@Transactional
public class SchoolRoll {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String SCHOOL = "school";

    private final EntityManager database;

    @Inject
    public SchoolRoll(EntityManager database) {
        this.database = database;
    }

    /** Those who sit in a class, are away or pause. */
    List<RollChild> children(Office school) {
        return database.createQuery(
                        "select s.id, s.name, s.state, s.grade, s.schoolClass, s.createdAt from Student s where"
                                + " s.school = :school and s.state in :states order by s.id",
                        Object[].class)
                .setParameter(SCHOOL, school)
                .setParameter("states", Promotions.ON_ROLL)
                .getResultStream()
                .map(row -> new RollChild(
                        (Long) row[0],
                        (String) row[1],
                        (StudentState) row[2],
                        (String) row[3],
                        (String) row[4],
                        LocalDate.ofInstant((Instant) row[5], SHANGHAI)))
                .toList();
    }

    /** How the cases stand that have not ended. */
    Map<Long, CaseState> cases(Office school) {
        Map<Long, CaseState> states = new HashMap<>();
        database.createQuery(
                        "select s.id, c.state from Case c join c.student s where s.school = :school and c.state not in"
                                + " :ended",
                        Object[].class)
                .setParameter(SCHOOL, school)
                .setParameter("ended", EnumSet.of(CaseState.CLEARED, CaseState.STRUCK_OFF))
                .getResultStream()
                .forEach(row -> states.put((Long) row[0], (CaseState) row[1]));
        return states;
    }

    /** When its children moved from that day on, the oldest first. */
    Map<Long, List<MovedBefore>> since(Office school, LocalDate day) {
        Map<Long, List<MovedBefore>> moved = new HashMap<>();
        database.createQuery(
                        "select s.id, m.movedOn, m.fromGrade, f.id from Movement m join m.student s left join m.fromSchool f"
                                + " where s.school = :school and m.movedOn >= :day order by m.movedOn, m.recordedAt, m.id",
                        Object[].class)
                .setParameter(SCHOOL, school)
                .setParameter("day", day)
                .getResultStream()
                .forEach(row -> moved.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                        .add(new MovedBefore(
                                (LocalDate) row[1],
                                (String) row[2],
                                row[3] == null ? OptionalLong.empty() : OptionalLong.of((Long) row[3]))));
        return moved;
    }
}
