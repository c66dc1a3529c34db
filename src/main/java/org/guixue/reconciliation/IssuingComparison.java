package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/**
 * Issues the table of a comparison, 比对表: numbered, sealed and archived as any instrument. What nobody has settled stands in it
 * as 待核; settled later, it may be issued again. Asked twice for the same table it gives the same paper.
 */
@ApplicationScoped
public class IssuingComparison {
    private static final FormId FORM = new FormId("national", "register-comparison");

    private final Reconciliations reconciliations;
    private final SettlingDifferences settling;
    private final ComparisonPaper paper;
    private final Issuing issuing;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public IssuingComparison(
            Reconciliations reconciliations,
            SettlingDifferences settling,
            ComparisonPaper paper,
            Issuing issuing,
            Offices offices,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.settling = settling;
        this.paper = paper;
        this.issuing = issuing;
        this.offices = offices;
        this.clock = clock;
    }

    public Instrument issue(Caller caller, long id) {
        settling.expectOwn(caller, id);
        Office office = offices.find(caller.office()).orElseThrow(() -> new NotFound("单位"));
        Map<String, Object> values = reconciliations.held(id, each -> {
            SettlingDifferences.expectCompared(each);
            return paper.values(each, office);
        });
        IssueOrder order = new IssueOrder(FORM, Subject.of(office), values);
        String key = "reconciliation-" + id + "-" + order.digest().hex().substring(0, 24);
        Instrument issued = issuing.issue(caller, order, Optional.of(key));
        reconciliations.held(id, each -> {
            each.issued(issued.id(), clock.instant());
            return true;
        });
        return issued;
    }
}
