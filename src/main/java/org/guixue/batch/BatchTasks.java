package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.form.FormCatalog;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;
import org.guixue.store.Transactions;

/** What batches leave to do: those that wait for the caller's approval, and those that were sent back to the caller. */
@ApplicationScoped
public class BatchTasks implements WhatWaits {
    private static final String SOURCE = "用印审批";

    private final Transactions transactions;
    private final Batches batches;
    private final Deciding deciding;
    private final FormCatalog forms;

    @Inject
    public BatchTasks(Transactions transactions, Batches batches, Deciding deciding, FormCatalog forms) {
        this.transactions = transactions;
        this.batches = batches;
        this.deciding = deciding;
        this.forms = forms;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return transactions.run(() -> Stream.concat(
                        batches.submitted(caller.scope()).stream()
                                .filter(batch -> forms.form(batch.form())
                                        .filter(form -> deciding.mayDecide(caller, batch, form))
                                        .isPresent())
                                .map(BatchTasks::waiting),
                        batches.preparedBy(caller.account(), caller.scope()).stream()
                                .map(batch -> batch.reason().isEmpty() ? begun(batch) : returned(batch)))
                .toList());
    }

    private static Task waiting(Batch batch) {
        return new Task(
                "batch-approval-" + batch.id(),
                "审批一批" + batch.title(),
                batch.total() + "名学生",
                batch.ownerName() + "，"
                        + batch.submittedAt().map(FieldText::minute).orElse("") + "提交",
                Optional.empty(),
                SOURCE,
                "去审批",
                "/batches/" + batch.id());
    }

    private static Task begun(Batch batch) {
        return new Task(
                "batch-prepared-" + batch.id(),
                "接着准备一批" + batch.title(),
                batch.total() + "名学生",
                FieldText.minute(batch.createdAt()) + "开始准备，还没有签发",
                Optional.empty(),
                "成批填写",
                "接着准备",
                "/batches/" + batch.id() + "/prepared");
    }

    private static Task returned(Batch batch) {
        return new Task(
                "batch-returned-" + batch.id(),
                "改正一批" + batch.title() + "后重新提交",
                batch.total() + "名学生",
                batch.approverName() + "退回：" + batch.reason(),
                Optional.empty(),
                SOURCE,
                "去改正",
                "/batches/" + batch.id() + "/prepared");
    }
}
