package org.guixue.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.guixue.deadline.due.Deadlines;
import org.guixue.deadline.due.Due;
import org.guixue.deadline.due.Horizon;
import org.guixue.deadline.due.IssuedPaper;
import org.guixue.deadline.due.Seat;

/**
 * What is due on one day, in memory: each case's by itself, so that one that changed is computed alone. Not thread-safe; its
 * keeper takes care. It is never the truth: all of it is read again at every start.
 */
final class DueBoard {
    private static final Instant ALL_KNOWN = Instant.MAX;

    /** Under which what is no case's stands. */
    private static final long NO_CASE = -1;

    private final LocalDate day;
    private final Horizon horizon;
    private final Map<Long, Deadlines> deadlines;
    private final Map<Long, KnownCase> cases = new HashMap<>();
    private final Map<Long, List<Due>> duesOfCase = new HashMap<>();
    private final Map<Long, Map<Long, List<Due>>> casesOfOffice = new HashMap<>();
    private final Map<Long, List<Due>> ofOffice = new HashMap<>();
    private final Map<Long, Map<Long, List<Due>>> risen = new HashMap<>();

    /**
     * @param since what the calendar asked before is not asked
     * @param deadlines the pure function of each office's county
     */
    DueBoard(LocalDate day, LocalDate since, Map<Long, Deadlines> deadlines) {
        this.day = day;
        this.horizon = new Horizon(since, day);
        this.deadlines = deadlines;
    }

    LocalDate day() {
        return day;
    }

    /** Computes a case anew. */
    void put(KnownCase known) {
        remove(known.file().id());
        cases.put(known.file().id(), known);
        List<Due> dues = due(known, day);
        duesOfCase.put(known.file().id(), dues);
        for (Due due : dues) {
            under(casesOfOffice, due.office(), known.file().id()).add(due);
            rise(due, known.file().id());
        }
    }

    private static List<Due> under(Map<Long, Map<Long, List<Due>>> lists, long office, long caseFile) {
        return lists.computeIfAbsent(office, id -> new HashMap<>()).computeIfAbsent(caseFile, id -> new ArrayList<>());
    }

    /** What has waited too long stands at the office above, too. */
    private void rise(Due due, long caseFile) {
        if (due.escalated(day)) {
            target(due).filter(office -> office != due.office()).ifPresent(office -> under(risen, office, caseFile)
                    .add(due));
        }
    }

    void remove(long caseFile) {
        cases.remove(caseFile);
        List<Due> old = duesOfCase.remove(caseFile);
        if (old != null) {
            old.forEach(due -> forget(casesOfOffice, due.office(), caseFile));
            risen.keySet().forEach(office -> forget(risen, office, caseFile));
        }
    }

    private static void forget(Map<Long, Map<Long, List<Due>>> lists, long office, long caseFile) {
        Map<Long, List<Due>> there = lists.get(office);
        if (there != null) {
            there.remove(caseFile);
        }
    }

    /** Takes away the cases of these children, to be put again where they go on. */
    void removeOf(Predicate<Long> students) {
        List.copyOf(cases.values()).stream()
                .filter(known -> students.test(known.file().student()))
                .forEach(known -> remove(known.file().id()));
    }

    /** Computes anew what the calendar asks of offices. */
    void putOffices(List<IssuedPaper> papers) {
        ofOffice.clear();
        risen.keySet().forEach(office -> forget(risen, office, NO_CASE));
        for (Due due : officesDue(papers, day)) {
            ofOffice.computeIfAbsent(due.office(), office -> new ArrayList<>()).add(due);
            rise(due, NO_CASE);
        }
    }

    private List<Due> officesDue(List<IssuedPaper> papers, LocalDate on) {
        Map<Deadlines, List<Seat>> byCounty = new HashMap<>();
        deadlines.forEach((office, county) -> county.seats().find(office).ifPresent(seat -> byCounty.computeIfAbsent(
                        county, key -> new ArrayList<>())
                .add(seat)));
        List<Due> all = new ArrayList<>();
        byCounty.forEach((county, seats) ->
                all.addAll(county.ofOffices(seats, papers, on, ALL_KNOWN, new Horizon(horizon.since(), on))));
        return all;
    }

    private List<Due> due(KnownCase known, LocalDate on) {
        return county(known)
                .map(county -> county.ofCase(known.file(), on, ALL_KNOWN, new Horizon(horizon.since(), on)))
                .orElse(List.of());
    }

    private Optional<Deadlines> county(KnownCase known) {
        return known.file()
                .history()
                .on(day, ALL_KNOWN)
                .flatMap(stands -> stands.lead().isPresent()
                        ? Optional.ofNullable(deadlines.get(stands.lead().getAsLong()))
                        : Optional.empty())
                .or(() -> Optional.ofNullable(
                        deadlines.get(known.file().township().orElse(0))));
    }

    /**
     * Everything on another day, computed for this question alone.
     *
     * @param ended cases that went on then and do no more
     */
    List<NamedDue> on(LocalDate other, List<IssuedPaper> papers, List<KnownCase> ended) {
        List<NamedDue> all = new ArrayList<>();
        officesDue(papers, other).forEach(due -> all.add(new NamedDue(due, "", recipients(due))));
        Map<Long, KnownCase> then = new HashMap<>(cases);
        ended.forEach(known -> then.putIfAbsent(known.file().id(), known));
        then.values().forEach(known -> due(known, other)
                .forEach(due -> all.add(new NamedDue(due, known.name(), recipients(due)))));
        return all;
    }

    /** What one office must do today. */
    List<Due> of(long office) {
        List<Due> all = new ArrayList<>(ofOffice.getOrDefault(office, List.of()));
        casesOfOffice.getOrDefault(office, Map.of()).values().forEach(all::addAll);
        return all;
    }

    /** Everything of today. */
    List<Due> all() {
        List<Due> all = new ArrayList<>();
        ofOffice.values().forEach(all::addAll);
        duesOfCase.values().forEach(all::addAll);
        return all;
    }

    /** What somebody must do about one child today. */
    List<Due> about(long student) {
        return cases.values().stream()
                .filter(known -> known.file().student() == student)
                .flatMap(known -> duesOfCase.getOrDefault(known.file().id(), List.of()).stream())
                .toList();
    }

    /** What somebody must do in one case today. */
    List<Due> inCase(long caseFile) {
        return duesOfCase.getOrDefault(caseFile, List.of());
    }

    /** What has waited so long below that it shows at this office. */
    List<Due> risenTo(long office) {
        List<Due> all = new ArrayList<>();
        risen.getOrDefault(office, Map.of()).values().forEach(all::addAll);
        return all;
    }

    private Optional<Long> target(Due due) {
        return due.rule()
                .escalate()
                .flatMap(up -> Optional.ofNullable(deadlines.get(due.office()))
                        .flatMap(county -> county.seats().find(due.office()).flatMap(seat -> county.seats()
                                .reportsTo(seat, up.to()))))
                .map(Seat::id);
    }

    /** It, with whom it is about and who gets it. */
    NamedDue named(Due due) {
        return new NamedDue(due, name(due), recipients(due));
    }

    private List<Long> recipients(Due due) {
        return Optional.ofNullable(deadlines.get(due.office())).map(Deadlines::seats).stream()
                .flatMap(seats -> seats.find(due.office()).stream().flatMap(seat -> due.rule().to().stream()
                        .flatMap(kind -> seats.reportsTo(seat, kind).stream())))
                .map(Seat::id)
                .distinct()
                .toList();
    }

    private String name(Due due) {
        KnownCase known = due.caseFile().isPresent() ? cases.get(due.caseFile().getAsLong()) : null;
        return known == null ? "" : known.name();
    }

    int size() {
        return cases.size();
    }
}
