package org.guixue.casefile.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All that was recorded of a case. State = f(events with {@code on} ≤ day, known by a moment), so that a list of yesterday can
 * be computed as it was known then or as it is known now. Immutable.
 */
public final class CaseHistory {
    private static final Comparator<CaseEvent> AS_RECORDED =
            Comparator.comparing(CaseEvent::recordedAt).thenComparing(CaseEvent::id);

    private final List<CaseEvent> recorded;
    private final LocalDate opened;

    public CaseHistory(List<CaseEvent> events) {
        this.recorded = events.stream().sorted(AS_RECORDED).toList();
        this.opened = recorded.stream()
                .filter(event -> event.kind() == EventKind.OPENED)
                .findFirst()
                .map(CaseEvent::on)
                .orElse(LocalDate.MIN);
    }

    /** What was done before the case was opened belongs to it from its opening on. */
    private LocalDate counts(CaseEvent event) {
        return event.on().isBefore(opened) ? opened : event.on();
    }

    public CaseHistory with(CaseEvent event) {
        List<CaseEvent> all = new ArrayList<>(recorded);
        all.add(event);
        return new CaseHistory(all);
    }

    /** In the order in which they were recorded. */
    public List<CaseEvent> recorded() {
        return recorded;
    }

    /** What holds of what was known by that moment: corrected events gone, in order of the day they happened. */
    public List<CaseEvent> holding(Instant knownBy) {
        List<CaseEvent> known = recorded.stream()
                .filter(event -> !event.recordedAt().isAfter(knownBy))
                .toList();
        Set<Long> corrected = corrected(known);
        return known.stream()
                .filter(event -> event.kind() != EventKind.CORRECTED && !corrected.contains(event.id()))
                .sorted(Comparator.comparing(this::counts).thenComparing(AS_RECORDED))
                .toList();
    }

    /** A correction that was itself corrected takes nothing back. */
    private static Set<Long> corrected(List<CaseEvent> known) {
        Map<Long, CaseEvent> byId = new HashMap<>();
        known.forEach(event -> byId.put(event.id(), event));
        Set<Long> corrected = new HashSet<>();
        for (int i = known.size() - 1; i >= 0; i--) {
            CaseEvent event = known.get(i);
            if (event.kind() == EventKind.CORRECTED && !corrected.contains(event.id())) {
                event.facts().id(Fact.CORRECTS).ifPresent(corrected::add);
            }
        }
        return corrected;
    }

    /** How often the child was away, by what was known by that moment; an application alone is no absence. */
    public long absences(Instant knownBy) {
        return holding(knownBy).stream()
                .filter(event -> event.kind() == EventKind.RELAPSED
                        || (event.kind() == EventKind.OPENED && !event.facts().is(Fact.AS, "APPLICATION")))
                .count();
    }

    /** The event that corrected this one, where one did. */
    public Optional<CaseEvent> correctionOf(CaseEvent event) {
        Set<Long> corrected = corrected(recorded);
        return recorded.stream()
                .filter(each -> each.kind() == EventKind.CORRECTED && !corrected.contains(each.id()))
                .filter(each -> each.facts().id(Fact.CORRECTS).equals(OptionalLong.of(event.id())))
                .findFirst();
    }

    /** Where it stood at the end of a day, as known by a moment; empty before it was opened. */
    public Optional<Situation> on(LocalDate day, Instant knownBy) {
        Folding folding = new Folding();
        for (CaseEvent event : holding(knownBy)) {
            if (!counts(event).isAfter(day)) {
                folding.take(event);
            }
        }
        return folding.at(day);
    }

    /**
     * Where it stood at the end of each of some days, folded once.
     *
     * @param days in order
     */
    public List<Optional<Situation>> onEach(List<LocalDate> days, Instant knownBy) {
        List<CaseEvent> events = holding(knownBy);
        Folding folding = new Folding();
        List<Optional<Situation>> stands = new ArrayList<>();
        int next = 0;
        for (LocalDate day : days) {
            while (next < events.size() && !counts(events.get(next)).isAfter(day)) {
                folding.take(events.get(next));
                next++;
            }
            stands.add(folding.at(day));
        }
        return stands;
    }
}
