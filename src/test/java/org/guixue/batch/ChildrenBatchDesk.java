package org.guixue.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk who has papers made for many children at once. */
abstract class ChildrenBatchDesk {
    static final String NOTICE = "shangtianti/persuasion-notice";
    static final String CERTIFICATE = "shifan/enrolment-certificate";

    @RegisterExtension
    final Workshop workshop = new Workshop();

    Caller clerk;
    BatchBench node;

    @BeforeEach
    void sitDown() {
        clerk = workshop.county().clerk();
        node = new BatchBench(workshop);
    }

    static Map<String, Object> since(String day) {
        return Map.of("absentFrom", day, "efforts", "班主任电话联系两次");
    }

    List<Student> children(int count) {
        List<Student> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(node.bench.child(workshop.county().first()));
        }
        return all;
    }

    Batch prepare(String form, List<Student> all, Map<String, Object> same) {
        Form found = node.children.form(clerk, form);
        return node.preparing.prepare(
                clerk,
                found,
                node.choosing.ticked(clerk, all.stream().map(Student::id).toList()),
                same);
    }

    List<BatchItem> items(Batch batch, ItemState state) {
        return node.bench.transactions.run(() -> node.batches.items(batch.id(), state, Batching.MOST));
    }

    Batch now(Batch batch) {
        return node.standing(clerk, batch).batch();
    }

    Batching.Standing finish(Batch batch) {
        for (int round = 0; round < 20 && now(batch).state() == BatchState.RUNNING; round++) {
            node.worker.round();
        }
        return node.standing(clerk, batch);
    }

    Instrument paper(BatchItem item) {
        return node.bench.transactions.run(() ->
                node.bench.instruments.find(item.instrument().orElseThrow()).orElseThrow());
    }
}
