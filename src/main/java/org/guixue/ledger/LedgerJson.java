package org.guixue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * A ledger over HTTP.
 *
 * @param sum whether it adds up what other offices submitted
 * @param totals by their names; what they are called is in {@code totalLabels}
 * @param submitted the last that holds
 * @param missing the offices below that have not submitted
 */
record LedgerJson(
        String ledger,
        String title,
        String source,
        String period,
        String periodLabel,
        LocalDate asOf,
        Place office,
        boolean sum,
        List<Column> columns,
        List<Map<String, Object>> rows,
        int count,
        Map<String, Object> totals,
        Map<String, String> totalLabels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Submitted submitted,
        List<Change> differences,
        List<Place> missing) {
    record Place(long id, String name) {
        static Place of(Office office) {
            return new Place(office.id(), office.name());
        }
    }

    /** @param typed whether it is typed, not computed */
    record Column(
            String name,
            String label,
            String type,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean typed) {}

    /** @param corrects how many were submitted for the period before it */
    record Submitted(
            long id,
            String serial,
            InstrumentState state,
            LocalDate on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant issuedAt,

            int corrects) {}

    record Change(
            Difference.Kind kind,
            String key,
            String name,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String column,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String submitted,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String now) {}

    static LedgerJson of(ReadLedger read, Content shown, List<Difference> differences) {
        Ledger ledger = read.ledger();
        return new LedgerJson(
                ledger.id().toString(),
                ledger.title(),
                ledger.source(),
                read.asked().period().name(),
                read.asked().period().label(),
                read.asked().asOf(),
                Place.of(read.asked().office()),
                read.sum(),
                ledger.columns().stream()
                        .map(column -> new Column(
                                column.name(), column.label(), column.type().json(), column.typed()))
                        .toList(),
                shown.rows(),
                shown.count(),
                shown.totals(),
                labels(ledger),
                read.latest()
                        .map(paper -> submitted(paper, read.submitted().size() - 1))
                        .orElse(null),
                differences.stream()
                        .map(each -> new Change(
                                each.kind(), each.key(), each.name(), each.column(), each.submitted(), each.now()))
                        .toList(),
                read.missing().stream().map(Place::of).toList());
    }

    private static Map<String, String> labels(Ledger ledger) {
        Map<String, String> labels = new LinkedHashMap<>();
        ledger.totals().forEach(total -> labels.put(total.name(), total.label()));
        return labels;
    }

    private static Submitted submitted(Instrument paper, int before) {
        return new Submitted(
                paper.id(),
                paper.serial(),
                paper.state(),
                paper.issuedOn(),
                paper.issuedAt().orElse(null),
                before);
    }
}
