package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.rendering.SheetCode;
import org.guixue.search.SearchIndex;
import org.guixue.search.SearchQuery;

/**
 * Whose a sheet in the tray may be, the likeliest first: what its code says, what its neighbours in the pile lack, what stands
 * between them in the register of numbers. A pile mostly lies in the order in which it was handed out.
 */
@ApplicationScoped
public class Guessing {
    private static final int MOST = 6;
    private static final int NEAR = 3;
    private static final int MOST_FOUND = 20;
    private static final Set<Setback> NEVER_FILED = EnumSet.of(Setback.UNREADABLE, Setback.ORIGINAL);

    private final Instruments instruments;
    private final SearchIndex index;
    private final Clock clock;

    @Inject
    public Guessing(Instruments instruments, SearchIndex index, Clock clock) {
        this.instruments = instruments;
        this.index = index;
        this.clock = clock;
    }

    /** @param why in words */
    public record Guess(Instrument paper, String why) {}

    /** @param sheets of the whole pile, in order */
    public List<Guess> of(Caller caller, PileSheet sheet, List<PileSheet> sheets) {
        Scope scope = caller.scope();
        Map<Long, Guess> guesses = new LinkedHashMap<>();
        sheet.codes().stream()
                .map(SheetCode::token)
                .distinct()
                .flatMap(token -> instruments.withToken(token).stream())
                .filter(paper -> paper.visibleIn(scope) && paper.state() != InstrumentState.VOID)
                .forEach(paper -> add(guesses, paper, "二维码所写的文书"));
        if (sheet.setback().filter(NEVER_FILED::contains).isPresent()) {
            return List.of();
        }
        if (!sheet.codes().isEmpty() || sheet.setback().equals(Optional.of(Setback.SIGNED_FILE))) {
            return List.copyOf(guesses.values());
        }
        Optional<Instrument> before = neighbour(sheets, sheet.n(), -1, scope);
        Optional<Instrument> after = neighbour(sheets, sheet.n(), 1, scope);
        before.filter(paper -> lacksPages(paper, sheets)).ifPresent(paper -> add(guesses, paper, "上一页的文书还缺页"));
        if (sheet.blank()) {
            before.ifPresent(paper -> add(guesses, paper, "可能是上一页的背面"));
            return List.copyOf(guesses.values());
        }
        Set<Long> here =
                sheets.stream().flatMap(each -> each.instrument().stream()).collect(Collectors.toSet());
        List<Instrument> near = near(before, after).stream()
                .filter(paper -> !here.contains(paper.id()) && paper.visibleIn(scope))
                .toList();
        near.stream()
                .filter(paper -> isBetween(paper, before, after))
                .forEach(paper -> add(guesses, paper, "文号在前后两页之间，还没有回收"));
        before.ifPresent(paper -> add(guesses, paper, "可能是上一页的背面"));
        near.forEach(paper -> add(guesses, paper, "文号与前后页相邻，还没有回收"));
        if (guesses.isEmpty()) {
            instruments.notReturned(caller.office(), LocalDate.now(clock).minusYears(1), MOST).stream()
                    .filter(paper -> !here.contains(paper.id()))
                    .forEach(paper -> add(guesses, paper, "本单位最近签发，还没有回收"));
        }
        return guesses.values().stream().limit(MOST).toList();
    }

    /** What the words that somebody typed may mean: a serial number, a name, an ID. */
    public List<Guess> named(Caller caller, String words) {
        return index.search(SearchQuery.of(words), caller.scope(), caller.mayReadSensitive()).items().stream()
                .limit(MOST_FOUND)
                .flatMap(item -> instruments.find(item.id(), caller.scope()).stream())
                .map(paper -> new Guess(paper, ""))
                .toList();
    }

    private static void add(Map<Long, Guess> guesses, Instrument paper, String why) {
        guesses.putIfAbsent(paper.id(), new Guess(paper, why));
    }

    private Optional<Instrument> neighbour(List<PileSheet> sheets, int n, int step, Scope scope) {
        for (int at = n + step; at >= 1 && at <= sheets.size(); at += step) {
            Optional<Instrument> paper = sheets.get(at - 1).instrument().flatMap(id -> instruments.find(id, scope));
            if (paper.isPresent()) {
                return paper;
            }
        }
        return Optional.empty();
    }

    private static boolean lacksPages(Instrument paper, List<PileSheet> sheets) {
        long there = sheets.stream()
                .filter(each -> each.instrument().filter(id -> id == paper.id()).isPresent())
                .mapToInt(PileSheet::page)
                .filter(page -> page > 0)
                .distinct()
                .count();
        return there < paper.pages();
    }

    /** Those between the two first, then those around them. */
    private List<Instrument> near(Optional<Instrument> before, Optional<Instrument> after) {
        List<Instrument> near = new ArrayList<>();
        before.ifPresent(paper -> near.addAll(instruments.notReturnedNear(paper, NEAR)));
        after.ifPresent(paper -> near.addAll(instruments.notReturnedNear(paper, NEAR)));
        return near.stream()
                .sorted((one, other) -> Integer.compare(distance(one, before, after), distance(other, before, after)))
                .toList();
    }

    private static boolean isBetween(Instrument paper, Optional<Instrument> before, Optional<Instrument> after) {
        return before.isPresent()
                && after.isPresent()
                && before.get().seriesKey().equals(paper.seriesKey())
                && after.get().seriesKey().equals(paper.seriesKey())
                && Math.min(before.get().serialNo(), after.get().serialNo()) < paper.serialNo()
                && paper.serialNo()
                        < Math.max(before.get().serialNo(), after.get().serialNo());
    }

    private static int distance(Instrument paper, Optional<Instrument> before, Optional<Instrument> after) {
        return distance(paper, before) + distance(paper, after);
    }

    private static int distance(Instrument paper, Optional<Instrument> other) {
        return other.filter(one -> one.seriesKey().equals(paper.seriesKey()))
                .map(one -> (int) Math.abs(one.serialNo() - paper.serialNo()))
                .orElse(2 * NEAR);
    }
}
