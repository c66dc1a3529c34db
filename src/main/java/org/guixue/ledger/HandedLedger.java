package org.guixue.ledger;

import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.sheet.Draft;
import org.guixue.sheet.DraftState;
import org.guixue.sheet.Submission;

/**
 * What the page of a ledger shows of its way through the approval (用印审批).
 *
 * @param draft id of what was handed in last and did not become a paper; 0 where there is none
 * @param waits whether it waits for the approval, so that nothing else is handed in
 * @param seen whether the caller sees it, as one who handed it in or as one who may approve it
 * @param by who handed it in
 * @param reason why it was sent back; empty where it was not
 * @param own whether the caller handed it in
 */
public record HandedLedger(long draft, boolean waits, boolean seen, String by, String reason, boolean own) {
    private static final HandedLedger NONE = new HandedLedger(0, false, false, "", "", false);

    static HandedLedger of(Caller caller, ReadLedger read, Optional<Draft> handed) {
        return handed.map(draft -> {
                    boolean own = draft.ownedBy(caller);
                    return new HandedLedger(
                            draft.id(),
                            draft.state() == DraftState.SUBMITTED,
                            own || mayApprove(caller, read),
                            draft.submission().map(Submission::submitterName).orElse(""),
                            draft.state() == DraftState.RETURNED
                                    ? draft.submission()
                                            .flatMap(Submission::reason)
                                            .orElse("")
                                    : "",
                            own);
                })
                .orElse(NONE);
    }

    private static boolean mayApprove(Caller caller, ReadLedger read) {
        return caller.mayApprove() && caller.office() == read.asked().office().id();
    }
}
