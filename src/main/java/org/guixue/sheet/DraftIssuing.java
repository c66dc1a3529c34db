package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;

/** Issues a draft, once: asked again it answers with the same instrument. */
@ApplicationScoped
public class DraftIssuing {
    private final Drafts drafts;
    private final Issuing issuing;

    @Inject
    public DraftIssuing(Drafts drafts, Issuing issuing) {
        this.drafts = drafts;
        this.issuing = issuing;
    }

    public Instrument issue(Caller caller, long id) {
        Draft draft = drafts.find(caller, id);
        if (draft.instrument().isPresent()) {
            return draft.instrument().get();
        }
        LedgerDraft.refuse(draft);
        IssueOrder order = Approving.order(draft);
        Instrument issued = issuing.issue(caller, order, Optional.of(key(id)));
        drafts.bind(caller, id, issued);
        return issued;
    }

    /** Under which a draft is issued, by whatever way. */
    static String key(long draft) {
        return "guixue:draft:" + draft;
    }
}
