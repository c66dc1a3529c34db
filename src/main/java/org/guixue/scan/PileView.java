package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.sheet.BlankPapers;
import org.guixue.sheet.Draft;
import org.guixue.store.Transactions;

/** A pile laid out: what was filed where, what waits and whose it may be. */
@ApplicationScoped
public class PileView {
    /** More are not guessed at in one answer. */
    private static final int MOST_GUESSED = 50;

    private final Transactions transactions;
    private final Piles piles;
    private final Instruments instruments;
    private final ReturnedCopies copies;
    private final Guessing guessing;

    private final BlankPapers blanks;

    @Inject
    public PileView(
            Transactions transactions,
            Piles piles,
            Instruments instruments,
            ReturnedCopies copies,
            Guessing guessing,
            BlankPapers blanks) {
        this.transactions = transactions;
        this.piles = piles;
        this.instruments = instruments;
        this.copies = copies;
        this.guessing = guessing;
        this.blanks = blanks;
    }

    /** @param tray with guesses as far as there are not too many */
    record Shown(
            ScanPile pile,
            int read,
            List<Filed> filed,
            List<ByHand> toType,
            List<Waiting> tray,
            List<PileSheet> discarded) {}

    /** A sheet filled by hand that lies at its draft. */
    record ByHand(PileSheet sheet, Draft draft, String formTitle) {}

    /**
     * Sheets that lie together at one paper.
     *
     * @param missing pages of it that have not come back in any pile
     */
    record Filed(Instrument paper, List<Integer> sheets, ReturnedCopy copy, List<Integer> missing) {}

    record Waiting(PileSheet sheet, Optional<Instrument> paper, List<Guessing.Guess> guesses) {}

    Shown show(Caller caller, long id) {
        return transactions.run(() -> shown(caller, id));
    }

    private Shown shown(Caller caller, long id) {
        ScanPile pile = piles.find(id, caller.scope()).orElseThrow(() -> new NotFound("扫描件"));
        List<PileSheet> sheets = piles.sheets(id);
        List<Waiting> tray = new ArrayList<>();
        for (PileSheet sheet : sheets) {
            if (sheet.state() == SheetState.WAITING) {
                tray.add(new Waiting(
                        sheet,
                        sheet.instrument().flatMap(paper -> instruments.find(paper, caller.scope())),
                        tray.size() < MOST_GUESSED ? guessing.of(caller, sheet, sheets) : List.of()));
            }
        }
        List<PileSheet> discarded = sheets.stream()
                .filter(sheet -> sheet.state() == SheetState.DISCARDED)
                .toList();
        return new Shown(pile, sheets.size(), filed(caller, sheets), toType(sheets), tray, discarded);
    }

    private List<ByHand> toType(List<PileSheet> sheets) {
        List<ByHand> byHand = new ArrayList<>();
        for (PileSheet sheet : sheets) {
            if (sheet.state() == SheetState.AT_DRAFT) {
                long id = sheet.draft().orElseThrow();
                blanks.draft(id)
                        .ifPresent(draft -> byHand.add(new ByHand(
                                sheet, draft, blanks.of(id).orElseThrow().formTitle())));
            }
        }
        return byHand;
    }

    /** What the caller may not see any more, because the child has moved away, is left out. */
    private List<Filed> filed(Caller caller, List<PileSheet> sheets) {
        Map<String, List<Integer>> groups = new java.util.LinkedHashMap<>();
        Map<String, PileSheet> firsts = new HashMap<>();
        for (PileSheet sheet : sheets) {
            if (sheet.state() == SheetState.FILED) {
                String key = sheet.instrument().orElseThrow() + "/" + sheet.copy();
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(sheet.n());
                firsts.putIfAbsent(key, sheet);
            }
        }
        List<Filed> filed = new ArrayList<>();
        groups.forEach((key, numbers) -> {
            PileSheet first = firsts.get(key);
            instruments.find(first.instrument().orElseThrow(), caller.scope()).ifPresent(paper -> copies.find(
                            paper, first.copy())
                    .ifPresent(copy -> filed.add(new Filed(paper, numbers, copy, missing(paper)))));
        });
        return filed;
    }

    /** None where a sheet was filed whose page nobody knows. */
    private List<Integer> missing(Instrument paper) {
        if (paper.pages() < 2) {
            return List.of();
        }
        Set<Integer> there =
                piles.filed(paper.id()).stream().map(PileSheet::page).collect(Collectors.toSet());
        return there.contains(0)
                ? List.of()
                : IntStream.rangeClosed(1, paper.pages())
                        .filter(page -> !there.contains(page))
                        .boxed()
                        .toList();
    }

    static PileJson json(Shown shown) {
        List<PileJson.FiledSheet> filed = new ArrayList<>();
        shown.filed().forEach(group -> group.sheets()
                .forEach(n -> filed.add(new PileJson.FiledSheet(
                        n,
                        group.paper().id(),
                        group.paper().serial(),
                        group.copy().n()))));
        return new PileJson(
                shown.pile().id(),
                shown.pile().title(),
                shown.pile().state(),
                shown.pile().pages(),
                shown.read(),
                shown.pile().ownerName(),
                shown.pile().uploadedAt(),
                filed.stream()
                        .sorted(java.util.Comparator.comparingInt(PileJson.FiledSheet::page))
                        .toList(),
                shown.toType().stream()
                        .map(hand -> new PileJson.SheetAtDraft(
                                hand.sheet().n(),
                                hand.draft().id(),
                                hand.formTitle(),
                                hand.draft().subject().label()))
                        .toList(),
                shown.tray().stream().map(PileView::json).toList(),
                shown.discarded().stream()
                        .map(sheet -> new PileJson.DiscardedSheet(sheet.n(), sheet.note(), sheet.settledByName()))
                        .toList());
    }

    private static PileJson.TraySheet json(Waiting waiting) {
        return new PileJson.TraySheet(
                waiting.sheet().n(),
                reason(waiting),
                waiting.sheet().setback().orElseThrow(),
                waiting.paper().map(Instrument::id).orElse(null),
                waiting.guesses().stream()
                        .map(guess -> new PileJson.GuessedPaper(
                                guess.paper().id(),
                                guess.paper().serial(),
                                guess.paper().title(),
                                guess.why()))
                        .toList());
    }

    /** Why it waits, in a sentence that names the paper where it is known. */
    static String reason(Waiting waiting) {
        String label = waiting.sheet().setback().map(Setback::label).orElse("");
        String note = waiting.sheet().note();
        return waiting.paper().map(paper -> paper.serial() + "：").orElse("")
                + label
                + (note.isEmpty() ? "" : "（" + note + "）");
    }
}
