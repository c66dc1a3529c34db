package org.guixue.yearly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.casefile.Cases;
import org.guixue.duty.AgreementPapers;
import org.guixue.duty.Duties;
import org.guixue.duty.DutyMap;
import org.guixue.office.Office;
import org.guixue.office.Task;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.promotion.TurnDesk;
import org.guixue.shelving.ShelfLists;
import org.guixue.watch.Watches;
import org.guixue.yearbook.YearDraft;
import org.guixue.yearbook.YearKeeping;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Yearly work is computed: what is done, open and not yet due, in its season. */
class YearlyWorkTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @RegisterExtension
    final Registry registry = new Registry();

    private final RegistryDesk desk = registry.desk();
    private final Caller bureau = registry.caller(Role.BUREAU, registry.bureau);
    private Optional<List<String>> leftOpen = Optional.empty();

    private static final AgreementPapers NO_PAPERS = new AgreementPapers() {
        @Override
        public Set<Long> voidAmong(Collection<Long> instruments) {
            return Set.of();
        }

        @Override
        public Optional<Paper> agreement(Caller caller, long instrument) {
            return Optional.empty();
        }

        @Override
        public boolean isProof(Caller caller, String proof, long child) {
            return false;
        }
    };

    private static Clock on(String day) {
        return Clock.fixed(LocalDate.parse(day).atTime(9, 0).atZone(SHANGHAI).toInstant(), SHANGHAI);
    }

    private YearlyWork work(String day) {
        YearCounts counts = new YearCounts(desk.entities);
        Yearbook yearbook = new Yearbook(new YearPlans(desk.entities, desk.identifiers));
        Duties duties = new Duties(desk.entities, desk.identifiers);
        Clock clock = on(day);
        return new YearlyWork(
                desk.transactions,
                desk.offices,
                new YearEndWork(counts, new ShelfLists(desk.entities), yearbook, () -> leftOpen),
                new SchoolYearWork(
                        counts,
                        yearbook,
                        duties,
                        new DutyMap(duties, desk.offices, (scope, most) -> List.of(), NO_PAPERS, clock),
                        new Cases(desk.entities, desk.identifiers),
                        new Watches(desk.entities, desk.identifiers)),
                clock);
    }

    private YearItem item(Caller caller, String day, String id) {
        return work(day).of(caller).stream()
                .flatMap(list -> list.items().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private WorkState state(String day, String id) {
        return item(bureau, day, id).state();
    }

    private void writeYear(YearDraft draft) {
        new YearKeeping(
                        desk.transactions,
                        new YearPlans(desk.entities, desk.identifiers),
                        desk.offices,
                        new HouseTrail(desk.trail, desk.clock),
                        desk.clock)
                .write(bureau, draft, OptionalInt.empty());
    }

    @Test
    void eachSeasonShowsFirstInItsMonths() {
        for (String day : List.of("2026-12-01", "2027-01-31")) {
            YearlyWork.SeasonList first = work(day).of(bureau).get(0);
            assertEquals(Season.YEAR_END, first.season());
            assertTrue(first.now());
            assertEquals(2026, first.year());
        }
        assertEquals(Optional.of(Season.SCHOOL_YEAR), work("2026-07-01").present());
        assertEquals(Optional.of(Season.SCHOOL_YEAR), work("2026-09-30").present());
        assertEquals(Optional.empty(), work("2026-11-30").present());
    }

    @Test
    void holidaysOfTheNewYearAreOpenUntilTheyAreKnown() {
        assertEquals(WorkState.OPEN, state("2036-12-05", "holidays"));
        assertEquals(
                "/admin/calendar/2037", item(bureau, "2036-12-05", "holidays").href());
        Caller clerk = registry.caller(Role.CLERK, registry.eastSchool);
        assertEquals("", item(clerk, "2036-12-05", "holidays").href(), "the bureau writes them");
        writeYear(new YearDraft(
                2037,
                Optional.of(List.of(new YearDraft.DayOff(LocalDate.of(2037, 10, 1), "国庆节"))),
                List.of(),
                List.of()));
        assertEquals(WorkState.DONE, state("2036-12-05", "holidays"));
    }

    @Test
    void bagsCloseByThemselvesAndTellWhereTheyDoNot() {
        assertEquals(WorkState.BY_ITSELF, state("2026-12-31", "bags"));
        leftOpen = Optional.of(List.of());
        assertEquals(WorkState.DONE, state("2027-01-05", "bags"));
        leftOpen = Optional.of(List.of("SF01/2026/D30"));
        assertEquals(WorkState.OPEN, state("2027-01-05", "bags"));
        assertTrue(item(bureau, "2027-01-05", "bags").found().contains("SF01/2026/D30"));
        assertEquals(WorkState.DONE, state("2027-01-05", "series"));
        assertEquals(WorkState.BY_ITSELF, state("2026-12-05", "series"));
    }

    @Test
    void termsAndAgreementsOfTheNewSchoolYearAreOpenUntilEntered() {
        assertEquals(WorkState.OPEN, state("2026-07-15", "terms"));
        assertEquals(WorkState.NOT_YET, state("2026-05-15", "terms"));
        writeYear(new YearDraft(
                2026,
                Optional.empty(),
                List.of(),
                List.of(new YearDraft.Term(0, "2026-autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)))));
        assertTrue(item(bureau, "2026-07-15", "terms").found().contains("没有填写：2027年春季学期"));
        writeYear(new YearDraft(
                2027,
                Optional.empty(),
                List.of(),
                List.of(new YearDraft.Term(0, "2027-spring", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 7, 10)))));
        assertEquals(WorkState.DONE, state("2026-07-15", "terms"));
        assertEquals(WorkState.OPEN, state("2026-07-15", "agreements"));
        assertEquals(WorkState.NOT_YET, state("2026-07-15", "signing"));
    }

    @Test
    void promotionIsOpenUntilEverySchoolHasDoneItAndWhoLeftIsAwaited() {
        TurnDesk turn = new TurnDesk(registry);
        Office school = registry.school();
        turn.child(school, "二年级", "1班");
        long sixth = turn.child(school, "六年级", "1班");
        assertEquals(WorkState.NOT_YET, state("2026-08-15", "promotion"));
        assertEquals(WorkState.OPEN, state("2026-09-02", "promotion"));
        assertEquals(WorkState.NOT_YET, state("2026-08-15", "arrivals"));
        turn.turn(school);
        assertEquals(WorkState.DONE, state("2026-09-03", "promotion"));
        assertEquals(WorkState.OPEN, state("2026-09-03", "arrivals"));
        turn.withdrawing.withdraw(turn.bureau, school.id(), TurnDesk.YEAR, "办错", false);
        assertEquals(WorkState.OPEN, state("2026-09-03", "promotion"));
        assertEquals(WorkState.DONE, state("2026-09-03", "arrivals"));
        assertEquals("六年级", desk.child(sixth).grade());
    }

    @Test
    void aNewCountyWhoseRollWasEnteredSinceJulyHasNothingToPromote() {
        desk.roster.enter(bureau, registry.invent(registry.eastSchool).details());
        registry.execute(
                "update student set created_at = '2026-09-01 01:00:00' where school_id = " + registry.eastSchool.id());
        assertEquals(WorkState.DONE, state("2026-09-03", "promotion"));
    }

    @Test
    void everybodySeesTheirOwn() {
        Office school = registry.school();
        new TurnDesk(registry).child(school, "二年级", "1班");
        Caller own = registry.caller(Role.CLERK, school);
        Caller neighbour = registry.caller(Role.CLERK, registry.westSchool);
        assertEquals(WorkState.OPEN, item(own, "2026-09-02", "promotion").state());
        assertEquals(WorkState.DONE, item(neighbour, "2026-09-02", "promotion").state());
        Caller inspector = registry.caller(Role.INSPECTOR, registry.bureau);
        assertEquals("", item(inspector, "2026-09-02", "first-grade").href());
    }

    /** Nothing of the turn of the year stood in the list of what is due. */
    @Test
    void theTurnOfTheYearIsDueInItsSeason() {
        TurnDesk turn = new TurnDesk(registry);
        Office school = registry.school();
        turn.child(school, "二年级", "1班");
        turn.child(school, "六年级", "1班");
        Caller clerk = registry.caller(Role.CLERK, school);
        TurnTasks tasks = new TurnTasks(new YearCounts(desk.entities), on("2026-09-02"));
        Task before = due(tasks, clerk, "2026-07-15").get(0);
        assertEquals("核对2026-2027学年升级", before.title());
        assertEquals(Optional.of(LocalDate.parse("2026-08-31")), before.dueOn());
        Task now = due(tasks, clerk, "2026-09-02").get(0);
        assertEquals("办理2026-2027学年升级", now.title());
        assertEquals("/promotions?year=2026", now.href());
        assertEquals("1所学校没有办理", due(tasks, bureau, "2026-09-02").get(0).about());
        assertEquals(List.of(), due(tasks, clerk, "2026-11-02"));
        assertEquals(List.of(), due(tasks, registry.caller(Role.TOWNSHIP, registry.east), "2026-09-02"));
        turn.turn(school);
        assertEquals(
                List.of("登记初一新生报到"),
                due(tasks, bureau, "2026-09-02").stream().map(Task::title).toList());
    }

    private List<Task> due(TurnTasks tasks, Caller caller, String day) {
        return desk.read(() -> tasks.waitingFor(caller, LocalDate.parse(day)));
    }
}
