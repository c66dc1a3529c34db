package org.guixue.county;

import java.util.List;
import java.util.function.Predicate;
import org.guixue.county.RollCounts.Counted;
import org.guixue.county.RollCounts.Moved;
import org.guixue.county.RollCounts.Stand;

/** The roll as it stood on a day: as it stands now, with the movements since taken back. Immutable. */
record RollThen(List<Counted> now, List<Moved> since) {
    RollThen {
        now = List.copyOf(now);
        since = List.copyOf(since);
    }

    long count(Predicate<Stand> which) {
        long count = now.stream()
                .filter(each -> which.test(each.stand()))
                .mapToLong(Counted::count)
                .sum();
        for (Moved moved : since) {
            count += (which.test(moved.from()) ? moved.count() : 0) - (which.test(moved.to()) ? moved.count() : 0);
        }
        return Math.max(0, count);
    }
}
