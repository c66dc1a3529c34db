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
import org.guixue.deadline.due.Seats;
import org.guixue.form.Rule;

/**
 * What is due on one day, in memory: each case's by itself, so that one that changed is computed alone. Not thread-safe; its
 * keeper takes care. It is never the truth: all of it is read again at every start.
 */
final class DueBoard {
    private static final Instant ALL_KNOWN = Instant.MAX;

    private final LocalDate day;
    private final Horizon horizon;
    private final Map<Long, Deadlines> deadlines;
    private final Map<Long, KnownCase> cases = new HashMap<>();
    private final Map<Long, List<Due>> duesOfCase = new HashMap<>();
    private final Map<Long, Map<Long, List<Due>>> casesOfOffice = new HashMap<>();
    private final Map<Long, List<Due>> ofOffice = new HashMap<>();
    private final Map<Long, List<Due>> risen = new HashMap<>();

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
            casesOfOffice
                    .computeIfAbsent(due.office(), office -> new HashMap<>())
                    .computeIfAbsent(known.file().id(), id -> new ArrayList<>())
                    .add(due);
        }
    }

    void remove(long caseFile) {
        cases.remove(caseFile);
        List<Due> old = duesOfCase.remove(caseFile);
        if (old != null) {
            old.forEach(due ->
                    casesOfOffice.getOrDefault(due.office(), new HashMap<>()).remove(caseFile));
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
        officesDue(papers, day).forEach(due -> ofOffice.computeIfAbsent(due.office(), office -> new ArrayList<>())
                .add(due));
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

    /** Everything on another day, computed for this question alone. */
    List<Due> on(LocalDate other, List<IssuedPaper> papers) {
        List<Due> all = new ArrayList<>(officesDue(papers, other));
        cases.values().forEach(known -> all.addAll(due(known, other)));
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

    /** What has waited so long below that it shows at this office. */
    List<Due> risenTo(long office) {
        return risen.getOrDefault(office, List.of());
    }

    /** Finds what has risen, after the last change. */
    void settle() {
        risen.clear();
        for (Due due : all()) {
            if (due.escalated(day)) {
                target(due).filter(id -> id != due.office()).ifPresent(id -> risen.computeIfAbsent(
                                id, office -> new ArrayList<>())
                        .add(due));
            }
        }
    }

    private Optional<Long> target(Due due) {
        Seats seats =
                deadlines.values().stream().findFirst().map(Deadlines::seats).orElse(new Seats(List.of()));
        return due.rule()
                .escalate()
                .map(Rule.Escalation::to)
                .flatMap(kind -> seats.find(due.office()).flatMap(seat -> seats.reportsTo(seat, kind)))
                .map(Seat::id);
    }

    /** Whose case it is. */
    String name(Due due) {
        KnownCase known = due.caseFile().isPresent() ? cases.get(due.caseFile().getAsLong()) : null;
        return known == null ? "" : known.name();
    }

    int size() {
        return cases.size();
    }
}
