package org.guixue.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.HouseTrail;
import org.guixue.store.Transactions;

/**
 * A bureau says why something that does not fit can never fit again, such as events that an older backup does not have. It is
 * no alarm any more then, and stays in sight until it fits.
 */
@ApplicationScoped
public class Explaining {
    private static final int LONGEST = 500;

    private final Transactions transactions;
    private final FixityRounds rounds;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public Explaining(Transactions transactions, FixityRounds rounds, HouseTrail trail, Clock clock) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws ValuesRefused where the reason is missing or too long */
    public void explain(Caller caller, long finding, String reason) {
        caller.expectBureau("说明查验结果");
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new ValuesRefused("reason", "请写明为什么不能恢复，最多%d个字".formatted(LONGEST));
        }
        transactions.perform(() -> {
            FixityFinding found = rounds.find(finding)
                    .filter(each -> each.mendedAt().isEmpty())
                    .orElseThrow(() -> new NotFound("查验结果"));
            found.explain(caller.displayName(), why, clock.instant());
            trail.administered(caller, AuditSubject.of("finding", finding), "fixity explained", why);
        });
    }
}
