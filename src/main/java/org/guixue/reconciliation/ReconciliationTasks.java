package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;
import org.guixue.store.Transactions;

/** What lists leave to do: differences of the caller's own office that nobody has settled, and tables to be issued. */
@ApplicationScoped
public class ReconciliationTasks implements WhatWaits {
    private final Transactions transactions;
    private final Reconciliations reconciliations;
    private final RegisterFindings findings;

    @Inject
    public ReconciliationTasks(Transactions transactions, Reconciliations reconciliations, RegisterFindings findings) {
        this.transactions = transactions;
        this.reconciliations = reconciliations;
        this.findings = findings;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return caller.role() == Role.INSPECTOR ? List.of() : transactions.run(() -> tasks(caller));
    }

    private List<Task> tasks(Caller caller) {
        return reconciliations.open(caller.scope()).stream()
                .filter(each -> each.visibleTo(caller) && !isHandedIn(each))
                .map(each -> task(each, caller))
                .toList();
    }

    /** It waits for its approval, or has it; what was sent back is a task of its own. */
    private boolean isHandedIn(Reconciliation of) {
        return reconciliations
                .handedIn(of)
                .filter(draft -> !draft.state().open())
                .isPresent();
    }

    private Task task(Reconciliation of, Caller caller) {
        boolean left = findings.anyOpen(of.id(), caller.mayReadSensitive());
        return new Task(
                "reconciliation-" + of.id(),
                left ? "核对名册比对的差异" : "出具名册比对表",
                "与%s比对".formatted(of.registerName()),
                of.broughtBy() + "，" + FieldText.minute(of.createdAt()) + "上传",
                Optional.empty(),
                "部门比对",
                left ? "去核对" : "去出具",
                "/reconciliations/" + of.id());
    }
}
