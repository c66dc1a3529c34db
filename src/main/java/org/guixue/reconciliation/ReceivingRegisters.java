package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.roster.OtherRegister;
import org.guixue.store.Transactions;

/**
 * Takes lists of other registers in. What can be said of the whole file is said at once; the same list is compared once by an
 * office, and asked for again it is answered with that comparison.
 */
@ApplicationScoped
public class ReceivingRegisters {
    private static final int MOST_IN_LINE = 3;

    private final Transactions transactions;
    private final Reconciliations reconciliations;
    private final ListingTrail trail;
    private final Clock clock;

    @Inject
    public ReceivingRegisters(
            Transactions transactions, Reconciliations reconciliations, ListingTrail trail, Clock clock) {
        this.transactions = transactions;
        this.reconciliations = reconciliations;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param before whether the same list was brought before, and this is what became of it */
    public record Received(Reconciliation reconciliation, boolean before) {}

    /** @param register whose list it is, by code or name */
    public Received receive(Caller caller, String fileName, byte[] file, String register) {
        refuseInspector(caller);
        RegisterKind kind = RegisterKind.of(register);
        if (kind.sensitive() && !caller.mayReadSensitive()) {
            throw new Forbidden("残疾人名册只有取得健康和残疾信息权限的账号可以比对，请由有权限的同事办理");
        }
        OtherRegister opened = OtherRegister.open(file, caller.mayReadSensitive());
        return transactions.run(() -> keep(caller, kind, kind.named(register), fileName, file, opened));
    }

    private Received keep(
            Caller caller, RegisterKind kind, String name, String fileName, byte[] file, OtherRegister opened) {
        Sha256 digest = Sha256.of(file);
        Optional<Reconciliation> before = reconciliations.same(caller.scope(), name, digest);
        if (before.isPresent()) {
            return new Received(before.get(), true);
        }
        if (reconciliations.running(caller.scope()) >= MOST_IN_LINE) {
            throw new Conflict("本单位已有%d份名册正在比对，请等它们完成后再上传".formatted(MOST_IN_LINE));
        }
        Reconciliation begun =
                new Reconciliation(reconciliations.nextId(), caller, kind, name, fileName, digest, clock.instant());
        begun.opened(opened.rowsAtMost(), opened.titles(), opened.unknownHeadings(), opened.notGranted());
        reconciliations.add(begun, file);
        trail.imported(
                caller, "register", Map.of("reconciliation", begun.id(), "register", name, "sha256", digest.hex()));
        return new Received(begun, false);
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能上传或核对名册");
        }
    }
}
