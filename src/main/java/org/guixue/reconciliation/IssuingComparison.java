package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.sheet.Approving;
import org.guixue.sheet.Draft;
import org.guixue.sheet.DraftState;
import org.guixue.sheet.Ordered;

/**
 * Issues the table of a comparison, 比对表: numbered, sealed and archived as any instrument. What nobody has settled stands in it
 * as 待核; settled later, it may be issued again. Asked twice for the same table it gives the same paper. Where the form asks for
 * an approval (用印审批), it is handed in and is issued when that is given.
 */
@ApplicationScoped
public class IssuingComparison {
    private static final FormId FORM = new FormId("national", "register-comparison");

    private final Reconciliations reconciliations;
    private final SettlingDifferences settling;
    private final ComparisonPaper paper;
    private final FormCatalog forms;
    private final Issuing issuing;
    private final Approving approving;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public IssuingComparison(
            Reconciliations reconciliations,
            SettlingDifferences settling,
            ComparisonPaper paper,
            FormCatalog forms,
            Issuing issuing,
            Approving approving,
            Offices offices,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.settling = settling;
        this.paper = paper;
        this.forms = forms;
        this.issuing = issuing;
        this.approving = approving;
        this.offices = offices;
        this.clock = clock;
    }

    public Ordered issue(Caller caller, long id) {
        settling.expectOwn(caller, id);
        Office office = offices.find(caller.office()).orElseThrow(() -> new NotFound("单位"));
        Map<String, Object> values = reconciliations.held(id, each -> {
            SettlingDifferences.expectCompared(each);
            return paper.values(each, office);
        });
        IssueOrder order = new IssueOrder(FORM, Subject.of(office), values);
        String key = "reconciliation-" + id + "-" + order.digest().hex().substring(0, 24);
        if (forms.form(FORM, office.jurisdiction()).filter(Form::approval).isPresent()) {
            return handIn(caller, id, order, key);
        }
        Instrument issued = issuing.issue(caller, order, Optional.of(key));
        issued(id, issued);
        return Ordered.issued(issued);
    }

    private Ordered handIn(Caller caller, long id, IssueOrder order, String key) {
        Optional<Draft> before = reconciliations.held(id, this::waiting);
        if (before.isPresent()) {
            return Ordered.handedIn(before.get());
        }
        Draft draft = approving.handIn(caller, order, Optional.of(key));
        draft.instrument()
                .ifPresentOrElse(
                        issued -> issued(id, issued),
                        () -> reconciliations.held(id, each -> {
                            each.handedIn(draft.id());
                            return true;
                        }));
        return Ordered.handedIn(draft);
    }

    private void issued(long id, Instrument paper) {
        reconciliations.held(id, each -> {
            each.issued(paper.id(), clock.instant());
            return true;
        });
    }

    /** What waits for its approval. */
    Optional<Draft> waiting(Reconciliation found) {
        return reconciliations.handedIn(found).filter(each -> each.state() == DraftState.SUBMITTED);
    }

    /** Notes that the table was approved, and so issued, since it was looked at last. */
    void noteApproval(Reconciliation found) {
        if (found.draft().isPresent()) {
            reconciliations.held(found.id(), each -> {
                reconciliations
                        .handedIn(each)
                        .flatMap(Draft::instrument)
                        .ifPresent(paper -> each.issued(paper.id(), clock.instant()));
                return true;
            });
        }
    }
}
