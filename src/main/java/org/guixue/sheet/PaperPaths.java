package org.guixue.sheet;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/** What a form may ask of the papers that the child already has: each {@code papers.…} path and where its answer comes from. */
final class PaperPaths {
    private static final String ASSESSMENT = "HOME_TUITION_ASSESSMENT";
    private static final String NO_HOUSEHOLD = "NO_HOUSEHOLD_NOTICE";
    private static final int FRESH_DAYS = 7;

    /** Kinds of papers that are served on a guardian. */
    private static final Set<String> SERVED = Set.of(
            "PERSUASION_NOTICE",
            "RETURN_ORDER",
            "SCHOOLING_ORDER",
            "PLACEMENT_DECISION",
            "ENROLMENT_NOTICE",
            NO_HOUSEHOLD);

    static final Map<String, BiFunction<OfficeDesk, LocalDate, Optional<?>>> ALL = Map.ofEntries(
            entry("papers.toDeliver", (around, today) -> Optional.of(toDeliver(around, today))),
            entry("papers.homeTuitionAssessment", (around, today) -> newest(around, ASSESSMENT)
                    .map(Instrument::serial)),
            entry("papers.noHouseholdNotice", (around, today) -> newest(around, NO_HOUSEHOLD)
                    .map(Instrument::serial)),
            entry("papers.noHouseholdNoticeOn", (around, today) -> newest(around, NO_HOUSEHOLD)
                    .map(Instrument::issuedOn)),
            entry("papers.noHouseholdToldOn", (around, today) -> newest(around, NO_HOUSEHOLD)
                    .flatMap(around.receipts()::receivedOn)));

    private PaperPaths() {}

    private static Optional<Instrument> newest(OfficeDesk around, String kind) {
        return around.papers().get().newest(kind);
    }

    /** What the office issued of late and a guardian is still to get. */
    private static List<Map<String, Object>> toDeliver(OfficeDesk around, LocalDate today) {
        return around.papers().get().since(today.minusDays(FRESH_DAYS)).stream()
                .filter(each -> SERVED.contains(each.kind())
                        && each.state() != InstrumentState.DELIVERED
                        && each.issuer().id() == around.issuer().id())
                .map(ChildPapers::row)
                .toList();
    }
}
