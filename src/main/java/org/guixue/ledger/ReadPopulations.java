package org.guixue.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * All that an office sees of a period, each population read once when it is first asked for. What an office below sees of it is
 * told by who reports each, so that many ledgers of many offices need one reading. Not thread-safe.
 */
final class ReadPopulations {
    private final Iterable<Population> populations;
    private final Reported widest;
    private final Map<String, Map<Long, List<Reportable>>> byReporter = new HashMap<>();

    ReadPopulations(Iterable<Population> populations, Reported widest) {
        this.populations = populations;
        this.widest = widest;
    }

    /** By the office that reports each. */
    Map<Long, List<Reportable>> byReporter(String population) {
        return byReporter.computeIfAbsent(population, name -> {
            Map<Long, List<Reportable>> read = new LinkedHashMap<>();
            population(name).of(widest).forEach(entry -> read.computeIfAbsent(
                            entry.reporter(), office -> new ArrayList<>())
                    .add(entry));
            return read;
        });
    }

    /** Each once: what two offices report counts once above them. */
    List<Reportable> of(String population, LongPredicate reporters) {
        Map<String, Reportable> entries = new LinkedHashMap<>();
        byReporter(population).forEach((reporter, all) -> {
            if (reporters.test(reporter)) {
                all.forEach(entry -> entries.putIfAbsent(entry.key(), entry));
            }
        });
        return List.copyOf(entries.values());
    }

    private Population population(String name) {
        for (Population each : populations) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("nobody reads " + name);
    }
}
