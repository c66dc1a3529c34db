package org.guixue.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Closes the bags of years that are over. A year is over on the second day of a later one that the archive sees: heads of
 * an earlier day of that year lie there. So a paper that is numbered at midnight still finds its bag open, and a clock that
 * was wrong for an hour closes nothing.
 */
final class YearEnd {
    private final Heads heads;
    private final Collection<Bag> bags;

    YearEnd(Path records, Collection<Bag> bags) {
        this.heads = new Heads(records);
        this.bags = bags;
    }

    Closing close(LocalDate today, Set<BagId> awaited) throws IOException {
        List<String> closed = new ArrayList<>();
        Map<String, String> leftOpen = new TreeMap<>();
        if (!sawAnEarlierDayOfThisYear(today)) {
            return new Closing(closed, leftOpen);
        }
        Set<String> waiting = Set.copyOf(awaited.stream().map(BagId::name).toList());
        for (Bag bag : bags) {
            if (year(bag.name()) >= today.getYear() || bag.closed()) {
                continue;
            }
            if (waiting.contains(bag.name())) {
                leftOpen.put(bag.name(), "a number of it is still waiting for its file");
                continue;
            }
            try {
                bag.close(today);
                closed.add(bag.name());
            } catch (Damaged e) {
                leftOpen.put(bag.name(), String.valueOf(e.getMessage()));
            }
        }
        return new Closing(closed, leftOpen);
    }

    private boolean sawAnEarlierDayOfThisYear(LocalDate today) throws IOException {
        return heads.files().stream()
                .map(file -> LocalDate.parse(file.getFileName().toString().substring(0, 10)))
                .anyMatch(day -> day.getYear() == today.getYear() && day.isBefore(today));
    }

    /** Of {@code SF01/2026/D30} and of {@code SF01/events/2026}. */
    private static int year(String bag) {
        String[] parts = bag.split("/");
        return Integer.parseInt(parts[1].equals("events") ? parts[2] : parts[1]);
    }
}
