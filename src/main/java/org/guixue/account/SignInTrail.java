package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.Subject;
import org.guixue.audit.Who;

/** Writes each sign-in, and each failed one, into the audit trail. */
@ApplicationScoped
public class SignInTrail {
    @Inject
    private AuditTrail trail;

    @Inject
    private Accounts accounts;

    void tried(@Observes SignInAttempt attempt) {
        boolean succeeded = attempt.outcome() == SignInAttempt.Outcome.SUCCEEDED;
        Who who = accounts.byUsername(attempt.username())
                .filter(account -> succeeded)
                .map(account -> account.callingFrom(attempt.address()))
                .map(caller -> new Who(
                        caller.account(), caller.username(), caller.displayName(), caller.office(), caller.address()))
                .orElseGet(() -> Who.stranger(attempt.username(), attempt.address()));
        trail.recordRead(new AuditEvent(
                who,
                attempt.at(),
                succeeded ? AuditAct.SIGN_IN : AuditAct.SIGN_IN_FAILED,
                Subject.NONE,
                "",
                Map.of("outcome", attempt.outcome().name())));
    }
}
