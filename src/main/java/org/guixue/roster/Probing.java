package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.FoundElsewhere;
import org.guixue.person.MayBeTold;
import org.guixue.person.Student;
import org.guixue.store.Transactions;

/**
 * Watches who comes upon children of other offices, by form, API or import, dry or not: each finding is audited and becomes
 * an enquiry for the bureau. Who has come upon {@value #MOST_A_DAY} different children in a day learns no more, not even
 * which row it was: a roster is no directory to try IDs on.
 */
@ApplicationScoped
public class Probing implements MayBeTold {
    static final int MOST_A_DAY = 20;
    private static final Logger LOG = Logger.getLogger(Probing.class.getName());

    private final ProbeRecord record;

    @Inject
    public Probing(ProbeRecord record) {
        this.record = record;
    }

    @Override
    public void expect(FoundElsewhere found) {
        if (!record.keep(found)) {
            LOG.warning(() -> "account " + found.caller().account() + " came upon too many children of other offices");
            throw new Refused(Refused.Reason.LOCKED, "今天遇到已在本县名册的学生太多，为保护学生信息，这次没有处理，也没有写入任何数据。请联系教育局，或明天再试。");
        }
    }

    /** Keeps what is found, whatever becomes of the transaction in which it was. */
    @ApplicationScoped
    public static class ProbeRecord {
        private final Transactions transactions;
        private final Enquiries enquiries;
        private final Offices offices;
        private final ChildTrail trail;
        private final Clock clock;

        @Inject
        public ProbeRecord(
                Transactions transactions, Enquiries enquiries, Offices offices, ChildTrail trail, Clock clock) {
            this.transactions = transactions;
            this.enquiries = enquiries;
            this.offices = offices;
            this.trail = trail;
            this.clock = clock;
        }

        /** Whether the caller may still be told. */
        public boolean keep(FoundElsewhere found) {
            return transactions.runApart(() -> keepOnce(found));
        }

        private boolean keepOnce(FoundElsewhere found) {
            Caller caller = found.caller();
            LocalDate today = LocalDate.now(clock);
            Set<Long> children = new HashSet<>();
            for (FoundElsewhere.Finding finding : found.findings()) {
                enquiries.probe(caller.account(), today, finding.student());
                if (children.add(finding.student())) {
                    trail.foundElsewhere(caller, finding.student());
                }
                if (enquiries.probes(caller.account(), today) > MOST_A_DAY) {
                    return false;
                }
                ask(caller, finding);
            }
            return true;
        }

        private void ask(Caller caller, FoundElsewhere.Finding finding) {
            Optional<DuplicateEnquiry> before = enquiries.open(caller.office(), finding.student());
            if (before.isPresent()) {
                before.get().ask(caller, finding, clock.instant());
                return;
            }
            Office office = offices.find(caller.office()).orElseThrow();
            Student child = enquiries.child(finding.student()).orElseThrow();
            Office wanted = finding.school().isPresent()
                    ? offices.find(finding.school().getAsLong()).orElse(null)
                    : null;
            enquiries.add(new DuplicateEnquiry(caller, office, child, finding, wanted, clock.instant()));
        }
    }
}
