package org.guixue.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.Conflict;
import org.guixue.Stale;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.ValuesJson;
import org.guixue.person.Student;
import org.junit.jupiter.api.Test;

/** Papers for many children: prepared, judged, put right, issued one by one. */
class ChildrenBatchTest extends ChildrenBatchDesk {
    @Test
    void eachChildGetsOneWithWhatIsTheSameAndWhatIsItsOwn() {
        List<Student> all = children(3);
        Batch batch = prepare(NOTICE, all, since("2026-03-02"));
        assertEquals(BatchState.PREPARED, batch.state());
        BatchItem second = items(batch, ItemState.WAITING).get(1);
        Batch reworded = node.preparing.reword(
                clerk,
                batch.id(),
                now(batch).version(),
                since("2026-03-02"),
                Map.of(second.id(), Map.of("absentFrom", "2026-03-05")),
                Map.of(),
                Set.of());
        long before = node.bench.papers();
        node.preparing.start(clerk, reworded.id(), false);
        Batching.Standing standing = finish(batch);
        assertEquals(
                3,
                standing.done(),
                standing.failed().stream().map(BatchItem::message).toList().toString());
        assertEquals(before + 3, node.bench.papers());
        List<String> since = items(batch, ItemState.DONE).stream()
                .map(this::paper)
                .map(paper -> String.valueOf(ValuesJson.read(paper.valuesJson()).get("absentFrom")))
                .toList();
        assertEquals(List.of("2026-03-02", "2026-03-05", "2026-03-02"), since);
        long first = Long.parseLong(number(paper(items(batch, ItemState.DONE).get(0))));
        long last = Long.parseLong(number(paper(items(batch, ItemState.DONE).get(2))));
        assertEquals(first + 2, last, "no gap between the numbers");
    }

    private static String number(Instrument paper) {
        return paper.serial().replaceAll(".*〕(\\d+)号", "$1");
    }

    @Test
    void whoCannotBeServedIsNamedAndTheOthersAreServed() {
        List<Student> all = children(2);
        Form form = node.children.form(clerk, NOTICE);
        Chosen chosen = node.choosing.named(
                clerk,
                PastedNames.read(all.get(0).nationalId().orElseThrow().text() + "\n没有这个人\n"
                        + all.get(1).name() + "\t"
                        + all.get(1).studentNumber().orElseThrow().text() + "\n"
                        + all.get(0).studentNumber().orElseThrow().text()));
        assertEquals(2, chosen.children().size());
        List<Preparing.Judged> judged = node.preparing.judged(clerk, form, chosen, since("2026-03-02"));
        assertEquals(2, judged.stream().filter(each -> each.outcome().passes()).count());
        Batch batch = node.preparing.prepare(clerk, form, chosen, since("2026-03-02"));
        Batching.Outlook outlook = node.batching.outlook(batch);
        assertEquals(2, outlook.ready());
        assertEquals(2, outlook.blocked());
        assertEquals(
                List.of("没有这个人", all.get(0).name()),
                outlook.first().stream().map(BatchItem::label).toList());
        node.preparing.start(clerk, batch.id(), false);
        Batching.Standing standing = finish(batch);
        assertEquals(2, standing.done());
        assertEquals(
                List.of("没有这个人", all.get(0).name()),
                standing.failed().stream().map(BatchItem::label).toList());
        assertTrue(standing.failed().get(0).message().startsWith("第2行：名册上没有"));
        assertTrue(standing.failed().get(1).message().contains("第4行与第1行是同一名学生"));
    }

    @Test
    void aChildOfAnotherSchoolIsNobody() {
        Student other = node.bench.child(workshop.county().second());
        Chosen chosen = node.choosing.named(
                clerk, PastedNames.read(other.nationalId().orElseThrow().text()));
        assertTrue(chosen.children().isEmpty());
        assertFalse(chosen.missed().get(0).why().contains(other.name()));
        assertEquals(
                1, node.choosing.ticked(clerk, List.of(other.id())).missed().size());
    }

    @Test
    void twoChildrenOfOneNameAreToldApartByClassOrNumber() {
        List<Student> all = children(40);
        Student one = all.get(0);
        long namesakes = node.bench.transactions.run(() ->
                (long) node.bench.students.named(one.name(), clerk.scope()).size());
        Chosen chosen = node.choosing.named(clerk, PastedNames.read(one.name()));
        assertEquals(namesakes > 1 ? 0 : 1, chosen.children().size());
        Chosen wrong = node.choosing.named(clerk, PastedNames.read(one.name() + " 六年级9班"));
        assertTrue(
                wrong.missed().get(0).why().contains("不在“六年级9班”"),
                wrong.missed().toString());
    }

    @Test
    void whatIsWrongIsSaidBeforeAndPutRightThenTriedAgain() {
        List<Student> all = children(2);
        Batch batch = prepare(NOTICE, all, since("2026-03-02"));
        BatchItem bad = items(batch, ItemState.WAITING).get(0);
        node.preparing.reword(
                clerk,
                batch.id(),
                now(batch).version(),
                since("2026-03-02"),
                Map.of(bad.id(), since("2030-01-01")),
                Map.of(),
                Set.of());
        assertFalse(items(batch, ItemState.WAITING).get(0).message().isEmpty());
        node.preparing.start(clerk, batch.id(), false);
        assertEquals(1, finish(batch).done());
        assertThrows(Conflict.class, () -> node.preparing.retry(clerk, batch.id()), "nothing was put right");
        node.preparing.reword(
                clerk,
                batch.id(),
                now(batch).version(),
                since("2026-03-02"),
                Map.of(bad.id(), since("2026-03-03")),
                Map.of(),
                Set.of());
        node.preparing.retry(clerk, batch.id());
        assertEquals(2, finish(batch).done());
    }

    /** Cancelled by a click, a batch's papers and what had been typed for them were gone. */
    @Test
    void whatWasCancelledIsTakenUpAgain() {
        Batch batch = prepare(NOTICE, children(2), since("2026-03-02"));
        node.preparing.start(clerk, batch.id(), true);
        node.batching.cancel(clerk, batch.id());
        assertEquals(BatchState.CANCELLED, now(batch).state());
        assertEquals(2, items(batch, ItemState.FAILED).size());
        node.preparing.retry(clerk, batch.id());
        assertEquals(2, finish(batch).done());
    }

    @Test
    void aSecondTabThatSawAnOlderStateIsTold() {
        Batch batch = prepare(NOTICE, children(1), since("2026-03-02"));
        int seen = now(batch).version();
        node.preparing.reword(clerk, batch.id(), seen, since("2026-03-03"), Map.of(), Map.of(), Set.of());
        assertThrows(
                Stale.class,
                () -> node.preparing.reword(
                        clerk, batch.id(), seen, since("2026-03-04"), Map.of(), Map.of(), Set.of()));
        assertEquals("2026-03-03", now(batch).same().get("absentFrom"));
    }

    @Test
    void theSameFormForTheSameChildOnTheSameDayIsNotMadeByASecondBatch() {
        List<Student> all = children(1);
        Batch first = prepare(NOTICE, all, since("2026-03-02"));
        Batch second = prepare(NOTICE, all, since("2026-03-02"));
        node.preparing.start(clerk, first.id(), false);
        node.preparing.start(clerk, second.id(), false);
        long before = node.bench.papers();
        finish(first);
        Batching.Standing standing = finish(second);
        assertEquals(before + 1, node.bench.papers());
        assertTrue(standing.failed().get(0).message().contains("另一批"));
    }

    @Test
    void aColumnOfHealthIsNobodysWithoutTheGrant() {
        Form form = node.children.form(clerk, "jiangxi/dropout-registration");
        assertTrue(form.fields().stream().anyMatch(field -> field.sensitive()));
        assertTrue(GridField.of(form, clerk).stream()
                .noneMatch(column -> column.field().sensitive()));
        Caller granted =
                new Caller(clerk.account(), "", clerk.displayName(), clerk.role(), clerk.scope(), true, false, "");
        assertTrue(
                GridField.of(form, granted).size() > GridField.of(form, clerk).size());
        assertFalse(granted.readingNoMoreThan(clerk).mayReadSensitive());
    }

    @Test
    void aLineThatNamedNobodyIsWrittenAgainAndTheOthersStay() {
        List<Student> all = children(2);
        Student first = all.get(0);
        Student second = all.get(1);
        String pasted = "%s\n查无此人".formatted(first.nationalId().orElseThrow().text());
        Batch batch = node.preparing.prepare(
                clerk,
                node.children.form(clerk, NOTICE),
                node.choosing.named(clerk, PastedNames.read(pasted)),
                since("2026-03-02"));
        BatchItem nobody = items(batch, ItemState.WAITING).get(1);
        assertTrue(nobody.student().isEmpty() && !nobody.message().isEmpty());
        assertTrue(again(batch, nobody, "还是没有").message().contains("名册上没有"));
        assertTrue(again(batch, nobody, first.nationalId().orElseThrow().text())
                .message()
                .contains("已经在这一批里"));
        BatchItem mended =
                again(batch, nobody, second.nationalId().orElseThrow().text());
        assertEquals(second.id(), mended.student().orElseThrow());
        assertEquals("", mended.message());
        node.preparing.start(clerk, batch.id(), false);
        assertEquals(2, finish(batch).done());
    }

    private BatchItem again(Batch batch, BatchItem nobody, String line) {
        node.preparing.reword(
                clerk,
                batch.id(),
                now(batch).version(),
                since("2026-03-02"),
                Map.of(),
                Map.of(nobody.id(), line),
                Set.of());
        return items(batch, ItemState.WAITING).get(1);
    }
}
