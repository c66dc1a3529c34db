package org.guixue.casefile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.CaseState;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;
import org.jspecify.annotations.Nullable;

/** A case as the API shows it. What tells of an illness or a disability is shown to holders of the grant alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownCase(
        long id,
        Child student,
        CaseState state,
        String stateLabel,
        @Nullable LocalDate since,
        LocalDate openedOn,
        LocalDate firstOpenedOn,
        String reason,
        @Nullable LocalDate lastDayAttended,
        @Nullable String cause,
        @Nullable String whereabouts,
        @Nullable LocalDate until,
        @Nullable Long lead,
        @Nullable Long handedTo,
        @Nullable String proposal,
        List<ShownSpell> spells,
        List<ShownEvent> events,
        List<PersuasionApi.ShownPersuasion> persuasions,
        List<ShownAllowed> allowed) {
    static final String KEPT_APART = "另册";

    record Child(long id, String name) {}

    /** One absence, counted from 1. */
    record ShownSpell(int number, LocalDate from) {}

    record ShownBlock(String rule, String source, String origin, List<String> missing, boolean recommendation) {}

    record ShownAllowed(EventKind kind, String label, boolean open, List<ShownBlock> blockedBy) {
        static ShownAllowed of(Allowing.Allowed each) {
            return new ShownAllowed(
                    each.kind(),
                    each.kind().label(),
                    each.open(),
                    each.blockedBy().stream()
                            .map(one -> new ShownBlock(
                                    one.rule(), one.source(), one.origin(), one.missing(), one.recommendation()))
                            .toList());
        }
    }

    /**
     * @param by who did it, as it was said (the guardian who applied, the group that consented); else who recorded it
     * @param recordedBy the name of who recorded it
     * @param correctedBy id of the correction that took it back
     * @param flawed whether its footing is gone: 依据已失效
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownEvent(
            long id,
            EventKind kind,
            String label,
            LocalDate on,
            Instant recordedAt,
            String by,
            String recordedBy,
            long office,
            String words,
            String late,
            List<Map<String, Long>> basis,
            @Nullable Long correctedBy,
            boolean flawed,
            @JsonAnyGetter Map<String, Object> facts) {}

    static ShownEvent event(
            RecordedEvent recorded, CaseHistory history, List<CaseEvent> flawed, boolean mayReadSensitive) {
        CaseEvent event = recorded.event();
        boolean apart = !mayReadSensitive && event.isSensitive();
        Map<String, Object> facts = new LinkedHashMap<>();
        event.facts().all().forEach((fact, value) -> {
            if (fact != Fact.BY) {
                facts.put(
                        EventChecks.name(event.kind(), fact),
                        apart && fact == Fact.GROUND ? KEPT_APART : value(fact, value));
            }
        });
        return new ShownEvent(
                event.id(),
                event.kind(),
                event.kind().label(),
                event.on(),
                event.recordedAt(),
                event.facts().text(Fact.BY).orElse(recorded.recorder()),
                recorded.recorder(),
                event.office(),
                apart && !event.words().isEmpty() ? KEPT_APART : event.words(),
                event.late(),
                event.basis().stream()
                        .map(each -> Map.of(
                                each.kind() == CaseEvent.Basis.Kind.INSTRUMENT ? "instrument" : "evidence", each.id()))
                        .toList(),
                history.correctionOf(event).map(CaseEvent::id).orElse(null),
                flawed.stream().anyMatch(each -> each.id() == event.id()),
                facts);
    }

    private static Object value(Fact fact, String text) {
        return switch (fact.kind()) {
            case FLAG -> Boolean.valueOf(text);
            case ID -> Long.valueOf(text);
            case COUNT -> Integer.valueOf(text);
            default -> text;
        };
    }

    static List<ShownSpell> spells(CaseHistory history, Instant now) {
        List<CaseEvent> beginnings = history.holding(now).stream()
                .filter(each -> each.kind() == EventKind.OPENED || each.kind() == EventKind.RELAPSED)
                .toList();
        return IntStream.range(0, beginnings.size())
                .mapToObj(i -> new ShownSpell(i + 1, beginnings.get(i).on()))
                .toList();
    }

    static Optional<Long> boxed(OptionalLong id) {
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    static ShownCase of(ReadCase reading) {
        Case found = reading.found();
        Optional<Situation> now = reading.now();
        return new ShownCase(
                found.id(),
                new Child(found.student().id(), found.student().name()),
                now.map(Situation::state).orElse(found.state()),
                now.map(Situation::state).orElse(found.state()).label(),
                now.map(Situation::since).orElse(null),
                found.openedOn(),
                found.firstOpenedOn(),
                found.reason(),
                now.flatMap(Situation::lastDayAttended).orElse(null),
                now.flatMap(Situation::cause).orElse(null),
                now.flatMap(Situation::whereabouts).orElse(null),
                now.flatMap(Situation::decidedUntil).orElse(null),
                boxed(found.leadOffice()).orElse(null),
                now.flatMap(each -> boxed(each.handedTo())).orElse(null),
                now.flatMap(Situation::proposal).orElse(null),
                spells(reading.history(), reading.at()),
                reading.recorded().stream()
                        .map(each -> event(each, reading.history(), reading.flawed(), reading.mayReadSensitive()))
                        .toList(),
                found.persuasions().stream()
                        .map(PersuasionApi.ShownPersuasion::of)
                        .toList(),
                reading.allowed().stream().map(ShownAllowed::of).toList());
    }
}
