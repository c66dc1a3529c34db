package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.ValuesJson;

/** 送达回证: which papers of a child stand on one. It names them by their serial numbers, as the paper itself does. */
@ApplicationScoped
public class ListedPapers {
    public static final String RECEIPT = "DELIVERY_RECEIPT";

    /** The table of such a form, and its columns. */
    public static final String TABLE = "papers";

    private final Instruments instruments;

    @Inject
    public ListedPapers(Instruments instruments) {
        this.instruments = instruments;
    }

    /** What stands on it and holds; nothing on a paper that is no receipt. */
    public List<Instrument> on(Instrument receipt) {
        Set<String> numbers = numbers(receipt);
        return numbers.isEmpty() || receipt.childId() == 0
                ? List.of()
                : instruments.ofChild(receipt.childId()).stream()
                        .filter(paper -> numbers.contains(paper.serial())
                                && paper.sealed()
                                && paper.state() != InstrumentState.VOID
                                && !paper.kind().equals(RECEIPT))
                        .toList();
    }

    /** The newest receipt on which the paper stands, where one holds. */
    public Optional<Instrument> receiptOf(Instrument paper) {
        return paper.childId() == 0
                ? Optional.empty()
                : instruments.ofChild(paper.childId()).stream()
                        .filter(each -> each.state() != InstrumentState.VOID
                                && numbers(each).contains(paper.serial()))
                        .findFirst();
    }

    /** A paper as a row of a receipt. */
    public static Map<String, Object> row(Instrument paper) {
        return Map.of("name", paper.title(), "number", paper.serial(), "copies", 1);
    }

    private static Set<String> numbers(Instrument receipt) {
        return receipt.kind().equals(RECEIPT)
                        && ValuesJson.read(receipt.valuesJson()).get(TABLE) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> row instanceof Map<?, ?> cells ? cells.get("number") : null)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
