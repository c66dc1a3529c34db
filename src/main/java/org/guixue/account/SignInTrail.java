package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditEvent;
import org.guixue.audit.AuditSubject;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.Who;

/** Writes each sign-in, each failed one and each sign-out into the audit trail. */
@ApplicationScoped
public class SignInTrail {
    private final AuditTrail trail;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public SignInTrail(AuditTrail trail, Accounts accounts, Clock clock) {
        this.trail = trail;
        this.accounts = accounts;
        this.clock = clock;
    }

    void tried(@Observes SignInAttempt attempt) {
        boolean succeeded = attempt.outcome() == SignInAttempt.Outcome.SUCCEEDED;
        Optional<Account> account = accounts.byUsername(attempt.username());
        Who who = account.map(known -> succeeded
                        ? Who.of(known.callingFrom(attempt.address()))
                        : Who.strangerAt(known.username(), known.scope().office(), attempt.address()))
                .orElseGet(() -> Who.stranger(attempt.username(), attempt.address()));
        trail.recordRead(new AuditEvent(
                who,
                attempt.at(),
                succeeded ? AuditAct.SIGN_IN : AuditAct.SIGN_IN_FAILED,
                account.map(known -> AuditSubject.of("account", known.id())).orElse(AuditSubject.NONE),
                0,
                "",
                Map.of("outcome", attempt.outcome().name())));
    }

    void signedOut(Caller caller) {
        trail.recordRead(new AuditEvent(
                Who.of(caller),
                clock.instant(),
                AuditAct.SIGN_OUT,
                AuditSubject.of("account", caller.account()),
                0,
                "",
                Map.of()));
    }
}
