package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Subjects;
import org.guixue.sheet.HandingOut;
import org.guixue.store.Transactions;

/** Blank forms for many children, each with the code of a draft of its own. */
@ApplicationScoped
public class BatchBlanks {
    private final Transactions transactions;
    private final Batching batching;
    private final Batches batches;
    private final ChildrenBatch children;
    private final Choosing choosing;
    private final Subjects subjects;
    private final HandingOut handingOut;

    @Inject
    public BatchBlanks(
            Transactions transactions,
            Batching batching,
            Batches batches,
            ChildrenBatch children,
            Choosing choosing,
            Subjects subjects,
            HandingOut handingOut) {
        this.transactions = transactions;
        this.batching = batching;
        this.batches = batches;
        this.children = children;
        this.choosing = choosing;
        this.subjects = subjects;
        this.handingOut = handingOut;
    }

    /** For all whom a batch is prepared for, with what was written in it; who cannot be served is left out. */
    HandingOut.Run of(Caller caller, long id) {
        Batch batch = batching.ownToPrepare(caller, id);
        if (batch.state() != BatchState.PREPARED) {
            throw new Conflict("这一批%s，不能再打印空白表".formatted(batch.state().label()));
        }
        Form form = children.form(caller, batch.form().toString());
        List<HandingOut.Wanted> wanted = new ArrayList<>();
        transactions.perform(() -> batches.items(id, ItemState.WAITING, Batching.MOST).stream()
                .filter(item -> item.student().isPresent())
                .forEach(item -> wanted.add(
                        new HandingOut.Wanted(subjects.resolve(caller, form, item.subject()), item.values()))));
        return handingOut.of(caller, form, wanted);
    }

    /** @throws ValuesRefused where one of them can have none */
    HandingOut.Run of(Caller caller, String formId, List<Long> students) {
        Form form = children.form(caller, formId);
        List<HandingOut.Wanted> wanted = new ArrayList<>();
        for (ChildrenBatch.Sought sought : children.lines(caller, form, choosing.ticked(caller, students))) {
            if (!sought.fault().isEmpty()) {
                throw new ValuesRefused("students", sought.line().label() + "：" + sought.fault());
            }
            Subjects.Named named = sought.line().subject();
            wanted.add(new HandingOut.Wanted(subjects.resolve(caller, form, named), Map.of()));
        }
        return handingOut.of(caller, form, wanted);
    }
}
