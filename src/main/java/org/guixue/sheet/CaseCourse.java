package org.guixue.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;

/** The course of a spell as a paragraph: since when the child is away, why, and what was done, a line each. */
record CaseCourse(CaseSoFar known, LocalDate today) {
    private static final Set<EventKind> DONE = EnumSet.of(
            EventKind.NOTICE_RECEIVED,
            EventKind.REPORTED_UP,
            EventKind.ORDERED,
            EventKind.ADMONISHED,
            EventKind.COURT,
            EventKind.REFUSED_BY_SCHOOL);

    /** The whole course, else what was done in one sentence. */
    String within(int max) {
        String whole = String.join("\n", lines());
        return whole.codePointCount(0, whole.length()) <= max
                ? whole
                : new Efforts(known.persuasions(), "", today.getYear()).within(max);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        known.absentFrom().ifPresent(from -> lines.add(beginning(from)));
        for (CaseEvent event : known.now().spellEvents()) {
            if (event.kind() == EventKind.PERSUADED) {
                persuasion(event).map(this::told).ifPresent(lines::add);
            } else if (DONE.contains(event.kind())) {
                lines.add(told(event));
            }
        }
        return lines;
    }

    private String beginning(LocalDate from) {
        String cause = known.now().cause().map(text -> "；原因：" + flat(text)).orElse("");
        String whereabouts =
                known.now().whereabouts().map(text -> "；去向：" + flat(text)).orElse("");
        return Efforts.day(from, today.getYear()) + "起未到校" + cause + whereabouts + "。";
    }

    private Optional<Persuasion> persuasion(CaseEvent event) {
        return known.persuasions().stream()
                .filter(each -> event.facts().id(Fact.PERSUASION).stream().anyMatch(id -> id == each.id()))
                .findFirst();
    }

    private String told(Persuasion persuasion) {
        return "%s，%s到%s，%s：%s。"
                .formatted(
                        Efforts.day(persuasion.on(), today.getYear()),
                        persuasion.details().byWithLines(),
                        flat(persuasion.place()),
                        flat(persuasion.how()),
                        flat(persuasion.result()));
    }

    private String told(CaseEvent event) {
        String words = event.words().isBlank() ? "" : "：" + flat(event.words());
        return Efforts.day(event.on(), today.getYear()) + "，" + event.kind().label() + words + "。";
    }

    private static String flat(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("，")).replaceAll("[。；，]+$", "");
    }
}
