package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.PaperTrail;
import org.guixue.sheet.Drafts;
import org.guixue.sheet.WrittenByHand;
import org.guixue.store.Transactions;

/** The sheets that lie at a draft, as pictures for its owner, whoever scanned them; each opening is on record. */
@ApplicationScoped
public class HandwrittenSheets implements WrittenByHand {
    private final Transactions transactions;
    private final Piles piles;
    private final Drafts drafts;
    private final PileStaging staging;
    private final PaperTrail trail;

    @Inject
    public HandwrittenSheets(
            Transactions transactions, Piles piles, Drafts drafts, PileStaging staging, PaperTrail trail) {
        this.transactions = transactions;
        this.piles = piles;
        this.drafts = drafts;
        this.staging = staging;
        this.trail = trail;
    }

    @Override
    public List<Picture> of(long draft) {
        return transactions.run(() -> piles.ofDraft(draft).stream()
                .filter(sheet -> sheet.state() == SheetState.AT_DRAFT)
                .map(sheet -> new Picture(
                        "/drafts/%d/written/%d/%d.jpg".formatted(draft, sheet.pile(), sheet.n()),
                        sheet.codes().isEmpty() ? "第%d页背面".formatted(sheet.page()) : "第%d页".formatted(sheet.page())))
                .toList());
    }

    /** @throws NotFound where the draft is not the caller's, or no such sheet lies at it */
    byte[] picture(Caller caller, long draft, long pile, int n) {
        boolean lies =
                transactions.run(() -> piles.ofDraft(drafts.find(caller, draft).id()).stream()
                        .anyMatch(sheet ->
                                sheet.pile() == pile && sheet.n() == n && sheet.state() == SheetState.AT_DRAFT));
        if (!lies || !staging.hasPicture(pile, n)) {
            throw new NotFound("扫描页的图像");
        }
        trail.sawSheet(caller, pile, n);
        return staging.picture(pile, n);
    }
}
