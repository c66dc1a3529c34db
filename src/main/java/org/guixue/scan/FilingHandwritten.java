package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guixue.sheet.BlankPapers;
import org.guixue.sheet.Draft;
import org.guixue.store.Transactions;

/**
 * Follows drafts at which sheets lie: of one that was issued they are filed beside the sealed paper as what came back of it; of
 * one that was thrown away they go to the tray. What a kill leaves is done at the next round.
 */
@ApplicationScoped
public class FilingHandwritten {
    private final Transactions transactions;
    private final Piles piles;
    private final BlankPapers blanks;
    private final MatchingBlanks matching;
    private final FilingCopies filing;

    @Inject
    public FilingHandwritten(
            Transactions transactions, Piles piles, BlankPapers blanks, MatchingBlanks matching, FilingCopies filing) {
        this.transactions = transactions;
        this.piles = piles;
        this.blanks = blanks;
        this.matching = matching;
        this.filing = filing;
    }

    /** Whether a sheet found its place. */
    boolean round() {
        Set<Long> touched = transactions.run(() -> {
            Set<Long> moved = new TreeSet<>();
            piles.draftsDone().forEach(draft -> moved.addAll(follow(draft)));
            return moved;
        });
        touched.addAll(transactions.run(piles::interrupted));
        touched.forEach(pile -> {
            filing.fileMatched(pile);
            filing.conclude(pile);
        });
        return !touched.isEmpty();
    }

    /** The piles whose sheets moved. */
    private Set<Long> follow(long draft) {
        Set<Long> moved = new TreeSet<>();
        Optional<Draft> found = blanks.draft(draft);
        for (PileSheet known : piles.ofDraft(draft)) {
            piles.hold(known.pile());
            PileSheet sheet = piles.sheet(known.pile(), known.n()).orElseThrow();
            if (sheet.state() == SheetState.AT_DRAFT) {
                found.ifPresentOrElse(
                        each -> matching.follow(sheet, each), () -> sheet.setAside(Setback.DISCARDED_DRAFT));
                if (sheet.state() != SheetState.AT_DRAFT) {
                    moved.add(sheet.pile());
                }
            }
        }
        piles.settle();
        return moved;
    }

    /** The sheets that lie at a draft, in their order. */
    List<PileSheet> at(long draft) {
        return transactions.run(() -> piles.ofDraft(draft));
    }
}
