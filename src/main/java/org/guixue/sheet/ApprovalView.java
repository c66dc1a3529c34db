package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.form.Form;
import org.guixue.instrument.SerialNumber;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** Lays out what was handed in for approval: what the template asks for, by name. */
@RequestScoped
class ApprovalView {
    /** What is longer is read in the PDF. */
    private static final int MOST_PICTURES = 6;

    private final Approving approving;
    private final Showing showing;
    private final DraftCautions cautions;
    private final Offices offices;
    private final Clock clock;
    private final Caller caller;

    @Inject
    public ApprovalView(
            Approving approving, Showing showing, DraftCautions cautions, Offices offices, Clock clock, Caller caller) {
        this.approving = approving;
        this.showing = showing;
        this.cautions = cautions;
        this.offices = offices;
        this.clock = clock;
        this.caller = caller;
    }

    /** @param refusal why it was not approved; empty before it was tried */
    Map<String, Object> show(Draft draft, String refusal) {
        Submission handed = approving.waiting(draft);
        Form form = showing.form(draft);
        Office issuer = offices.find(caller.office()).orElseThrow();
        boolean own = draft.ownedBy(caller);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("draft", draft.id());
        facts.put("own", own);
        facts.put("formTitle", form.title());
        facts.put("issuer", issuer.name());
        facts.put("subject", LedgerDraft.about(draft));
        facts.put(
                "child",
                draft.subject()
                        .student()
                        .map(child -> "/students/" + child.id())
                        .orElse(""));
        facts.put("submittedBy", handed.submitterName());
        facts.put("submittedAt", FieldText.minute(handed.submittedAt()));
        facts.put("digest", handed.digest().hex());
        int pages = pages(draft);
        facts.put("pageCount", pages);
        facts.put(
                "pages",
                IntStream.rangeClosed(1, Math.min(pages, MOST_PICTURES)).boxed().toList());
        facts.put(
                "serial",
                SerialNumber.outline(
                        form.serial(),
                        issuer.mark(),
                        form.series(),
                        LocalDate.now(clock).getYear()));
        facts.put("cautions", cautions.ofHandedIn(draft));
        facts.put("refusal", refusal);
        facts.put("obstacle", own ? "" : approving.obstacle(draft).orElse(""));
        facts.put("approvers", own ? String.join("、", approving.approvers(caller, handed.sensitive())) : "");
        return facts;
    }

    private int pages(Draft draft) {
        return showing.paper(caller, draft, "sheet").pages();
    }
}
