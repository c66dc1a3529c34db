package org.guixue.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Scope;
import org.guixue.calendar.SchoolYear;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/** Works out what the turn of a school year would do at a school, from the roll as it is now. Writes nothing. */
@ApplicationScoped
public class Planning {
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    /** One child in so many. */
    private static final int FEW = 10;

    private final Transactions transactions;
    private final Offices offices;
    private final Promotions promotions;
    private final SchoolRoll roll;
    private final Clock clock;

    @Inject
    public Planning(Transactions transactions, Offices offices, Promotions promotions, SchoolRoll roll, Clock clock) {
        this.transactions = transactions;
        this.offices = offices;
        this.promotions = promotions;
        this.roll = roll;
        this.clock = clock;
    }

    /** The school year that people prepare or have just begun: from July on the coming one. */
    public SchoolYear present() {
        LocalDate today = LocalDate.now(clock);
        SchoolYear coming = new SchoolYear(today.getYear());
        return today.isBefore(AlreadyTurned.since(coming)) ? SchoolYear.of(today) : coming;
    }

    /** As requests name it, 2026 or 2026-2027; empty for the present one. */
    public SchoolYear year(String text) {
        if (text.isBlank()) {
            return present();
        }
        if (text.matches("\\d{4}(-\\d{4})?")) {
            SchoolYear year = new SchoolYear(Integer.parseInt(text.substring(0, 4)));
            boolean whole = text.length() == 4 || year.toString().equals(text);
            if (whole && year.begins() >= EARLIEST && year.begins() <= LATEST) {
                return year;
            }
        }
        throw new ValuesRefused("year", "学年应写作2026（2026年9月起）或2026-2027，请改正");
    }

    /** The schools of the scope that are open, by their path. */
    public List<Office> schools(Scope scope) {
        return offices.within(scope).stream().filter(Planning::isOpenSchool).toList();
    }

    /** @throws NotFound where there is no such open school in the scope */
    public Office school(Caller caller, long id) {
        return offices.find(id, caller.scope()).filter(Planning::isOpenSchool).orElseThrow(() -> new NotFound("学校"));
    }

    static boolean isOpenSchool(Office office) {
        return office.kind() == OfficeKind.SCHOOL && !office.closed();
    }

    /** Other open schools of the same county, to which children may go. */
    public List<Office> neighbours(Office school) {
        Office county = school.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(school);
        return schools(county.scope()).stream()
                .filter(each -> each.id() != school.id())
                .toList();
    }

    /** In a transaction of its own where none is open, so that one school after the other takes no more room than one. */
    public SchoolPlan plan(Office school, SchoolYear year) {
        return transactions.run(() -> planOnce(school, year));
    }

    private SchoolPlan planOnce(Office school, SchoolYear year) {
        List<RollChild> children = roll.children(school);
        Optional<Promotion> promotion = promotions.find(school.id(), year);
        List<ClassChoice> classes = promotion.map(promotions::classes).orElse(List.of());
        Map<Long, ChildChoice> choices = promotion.map(promotions::children).orElse(List.of()).stream()
                .collect(Collectors.toMap(ChildChoice::student, Function.identity()));
        YearRules judging = new YearRules(
                roll.cases(school),
                classes,
                choices,
                turned(school, year, children),
                promotions.gone(school, year),
                hasSeniors(school, children));
        return new SchoolPlan(
                school, year, children.stream().map(judging::judge).toList(), classes);
    }

    private Map<Long, String> turned(Office school, SchoolYear year, List<RollChild> children) {
        Map<Long, List<MovedBefore>> since = roll.since(school, AlreadyTurned.since(year));
        AlreadyTurned already = new AlreadyTurned(school, year);
        Map<Long, String> turned = new HashMap<>();
        children.forEach(child -> already.of(child, since.getOrDefault(child.id(), List.of()))
                .ifPresent(why -> turned.put(child.id(), why)));
        return turned;
    }

    /** A single child with a wrong grade makes no nine-year school. */
    private static boolean hasSeniors(Office school, List<RollChild> children) {
        long seniors = children.stream()
                .map(child -> SchoolGrade.number(child.grade()))
                .filter(grade -> grade > YearRules.LAST_OF_PRIMARY && grade <= YearRules.LAST)
                .count();
        return school.name().contains("九年") || (seniors > 0 && seniors * FEW >= children.size());
    }
}
