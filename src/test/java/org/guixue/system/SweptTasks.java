package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** On which days which task stood in the county's list, of each child and each office; asked day by day when all is over. */
final class SweptTasks {
    private record Span(String rule, String dueOn, LocalDate first, LocalDate last) {
        Span until(LocalDate day) {
            return new Span(rule, dueOn, first, day);
        }

        @Override
        public String toString() {
            return "%s due %s: %s to %s".formatted(rule, dueOn, first, last);
        }
    }

    private final Map<String, List<Span>> spans = new TreeMap<>();

    static SweptTasks of(CountyYear year, LocalDate from, LocalDate until) {
        SweptTasks swept = new SweptTasks();
        from.datesUntil(until.plusDays(1))
                .forEach(day -> year.tasks("bureau", "&on=" + day).forEach(task -> swept.stood(task, day)));
        return swept;
    }

    private void stood(JsonNode task, LocalDate day) {
        JsonNode student = task.at("/about/student");
        String subject = student.isNumber() ? "child " + student : "office " + task.get("office");
        List<Span> known = spans.computeIfAbsent(subject, first -> new ArrayList<>());
        String rule = task.get("rule").asText();
        String dueOn = task.get("dueOn").asText();
        for (int i = 0; i < known.size(); i++) {
            Span each = known.get(i);
            if (each.rule().equals(rule)
                    && each.dueOn().equals(dueOn)
                    && each.last().equals(day.minusDays(1))) {
                known.set(i, each.until(day));
                return;
            }
        }
        known.add(new Span(rule, dueOn, day, day));
    }

    /** One line for each task of the child: its rule, its last day, on which days it stood in the list. */
    String ofChild(YearChild child) {
        return told("child " + child.id());
    }

    String ofOffice(long office) {
        return told("office " + office);
    }

    private String told(String subject) {
        return spans.getOrDefault(subject, List.of()).stream()
                .sorted(Comparator.comparing(Span::first)
                        .thenComparing(Span::dueOn)
                        .thenComparing(Span::rule))
                .map(Span::toString)
                .collect(Collectors.joining("\n"));
    }
}
