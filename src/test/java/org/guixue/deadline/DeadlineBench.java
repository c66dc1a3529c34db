package org.guixue.deadline;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntSupplier;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;
import org.guixue.calendar.WorkingDays;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.deadline.due.CaseOnFile;
import org.guixue.deadline.due.CountyDays;
import org.guixue.deadline.due.Deadlines;
import org.guixue.deadline.due.IssuedPaper;
import org.guixue.deadline.due.Seat;
import org.guixue.deadline.due.Seats;
import org.guixue.form.FormCatalog;
import org.guixue.form.Rule;
import org.guixue.yearbook.PackagedHolidays;

/**
 * What the day's computation costs a county: 100,000 children in 200 schools of 20 townships, 2,000 of them with a case. The
 * count beside it looks at the same rows, as plain SQL would, in memory. Reported, not asserted.
 */
public final class DeadlineBench {
    private static final int CHILDREN = 100_000;
    private static final int CASES = 2_000;
    private static final int TOWNSHIPS = 20;
    private static final int SCHOOLS = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final long SEED = 8;

    private final Random random = new Random(SEED);
    private final List<Seat> seats = new ArrayList<>();
    private final Map<Long, Deadlines> deadlines = new HashMap<>();
    private final List<KnownCase> cases = new ArrayList<>();
    private final List<IssuedPaper> papers = new ArrayList<>();
    private final boolean[] caseOfChild = new boolean[CHILDREN];
    private long ids = 1_000;

    private DeadlineBench() {
        seats.add(new Seat(1, "/1/", OfficeKind.COUNTY_BUREAU, "shifan"));
        for (long town = 2; town < 2 + TOWNSHIPS; town++) {
            seats.add(new Seat(town, "/1/" + town + "/", OfficeKind.TOWNSHIP, "shifan"));
        }
        for (long school = 100; school < 100 + SCHOOLS; school++) {
            long town = 2 + school % TOWNSHIPS;
            seats.add(new Seat(school, "/1/" + town + "/" + school + "/", OfficeKind.SCHOOL, "shifan"));
            papers.add(paper("national/duty-agreement", OptionalLong.empty(), OptionalLong.of(school), 1));
        }
        FormCatalog forms = FormCatalog.load(List.of(Path.of("forms")));
        Map<String, List<Rule>> rules = new HashMap<>();
        CountyDays days = new CountyDays(
                new WorkingDays(List.of(
                        PackagedHolidays.of(2025).orElseThrow(),
                        PackagedHolidays.of(2026).orElseThrow())),
                (office, term) -> lessons(term));
        Deadlines county = new Deadlines(id -> rules.computeIfAbsent(id, forms::rulesOf), days, new Seats(seats));
        seats.forEach(seat -> deadlines.put(seat.id(), county));
        for (int i = 0; i < CASES; i++) {
            int child = i * (CHILDREN / CASES);
            caseOfChild[child] = true;
            cases.add(invented(i, child));
        }
    }

    private static CountyDays.Lessons lessons(Reporting term) {
        int year = term.from().getYear();
        return term.name().endsWith("spring")
                ? new CountyDays.Lessons(LocalDate.of(year, 3, 2), LocalDate.of(year, 7, 10))
                : new CountyDays.Lessons(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 20));
    }

    private IssuedPaper paper(String form, OptionalLong child, OptionalLong office, long issuer) {
        LocalDate on = TODAY.minusDays(random.nextInt(80));
        return new IssuedPaper(
                ids++,
                form,
                child,
                OptionalLong.empty(),
                office,
                issuer,
                "",
                on,
                Instant.parse(on + "T04:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }

    /** Away since autumn, persuaded some times, some with a notice, a return or a granted period. */
    private KnownCase invented(int number, int child) {
        long school = 100L + number % SCHOOLS;
        LocalDate opened = TODAY.minusDays(30 + random.nextInt(60));
        List<CaseEvent> events = new ArrayList<>();
        events.add(event(EventKind.OPENED, opened, school, Map.of()));
        events.add(event(EventKind.CONFIRMED, opened.plusDays(2), school, Map.of()));
        for (int i = 0; i < 4; i++) {
            events.add(event(
                    EventKind.PERSUADED,
                    opened.plusDays(4 + 5L * i),
                    school,
                    Map.of(Fact.PERSUASION, "1", Fact.JOINT, String.valueOf(i % 2 == 0))));
        }
        if (number % 2 == 0) {
            events.add(event(EventKind.NOTICE_RECEIVED, opened.plusDays(10), school, Map.of()));
        }
        if (number % 5 == 0) {
            events.add(event(
                    EventKind.RETURNED,
                    opened.plusDays(26),
                    school,
                    Map.of(Fact.GRADE, "七年级", Fact.SCHOOL_CLASS, "1班", Fact.CLASS_FORM, "随班就读")));
        } else if (number % 7 == 0) {
            events.add(event(
                    EventKind.DECIDED,
                    opened.plusDays(26),
                    school,
                    Map.of(
                            Fact.OF,
                            "SUSPENSION",
                            Fact.GROUND,
                            "HEALTH",
                            Fact.GRANTED,
                            "true",
                            Fact.UNTIL,
                            "2027-02-28")));
        }
        List<IssuedPaper> own =
                List.of(paper("jiangxi/dropout-registration", OptionalLong.of(child), OptionalLong.empty(), school));
        return new KnownCase(
                new CaseOnFile(
                        number,
                        child,
                        TODAY.minusYears(14).minusDays(number),
                        OptionalLong.of(school),
                        OptionalLong.of(2 + school % TOWNSHIPS),
                        new CaseHistory(events),
                        own,
                        List.of()),
                "某某");
    }

    private CaseEvent event(EventKind kind, LocalDate on, long office, Map<Fact, String> facts) {
        return new CaseEvent(
                ids++, kind, on, Instant.parse(on + "T02:00:00Z"), office, "", "", new Facts(facts), List.of());
    }

    private DueBoard whole() {
        DueBoard board = new DueBoard(TODAY, LocalDate.of(2026, 8, 1), deadlines);
        cases.forEach(board::put);
        board.putOffices(papers);
        return board;
    }

    private int count() {
        int open = 0;
        for (boolean has : caseOfChild) {
            open += has ? 1 : 0;
        }
        for (KnownCase each : cases) {
            open += each.file().history().recorded().size();
        }
        return open + papers.size();
    }

    private static double millis(int times, IntSupplier work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int kept = 0;
        for (int i = 0; i < times; i++) {
            kept += work.getAsInt();
        }
        double spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / times;
        return kept == Integer.MIN_VALUE ? -1 : spent;
    }

    /** @param args how many times each is measured */
    public static void main(String[] args) {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        DeadlineBench bench = new DeadlineBench();
        double cold = millis(1, () -> bench.whole().size());
        double warm = millis(times, () -> bench.whole().size());
        DueBoard board = bench.whole();
        double one = millis(times * 20, () -> {
            board.put(bench.cases.get(bench.random.nextInt(CASES)));
            return board.size();
        });
        double desk = millis(
                times * 20, () -> board.of(100 + bench.random.nextInt(SCHOOLS)).size());
        double other = millis(times, () -> board.on(TODAY.plusDays(30), bench.papers, List.of())
                .size());
        double counted = millis(times * 20, bench::count);
        System.out.printf(
                "%,d children, %,d cases, %d offices; %,d things due; CPU in ms%n",
                CHILDREN, CASES, bench.seats.size(), board.all().size());
        System.out.printf("whole day, first time   %10.2f%n", cold);
        System.out.printf("whole day, warm         %10.2f%n", warm);
        System.out.printf("one case that changed   %10.3f%n", one);
        System.out.printf("one office's list       %10.3f%n", desk);
        System.out.printf("another day, asked once %10.2f%n", other);
        System.out.printf("plain count, same rows  %10.3f%n", counted);
    }
}
