package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.EventKind;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.junit.jupiter.api.Test;

/** What a start makes good after a kill, or after the database has forgotten: the register remembers. */
class DeliveriesReadBackTest extends DeliveryCourse {
    private void start() {
        workshop.openArchiveAgain();
        bench = workshop.bench();
        bench.entities.getTransaction().begin();
        bench.recovery.recover();
        bench.registering.catchUp();
        bench.entities.getTransaction().commit();
        bench.entities.clear();
    }

    @Test
    void killedBeforeTheRegisterItsLineIsWrittenAtTheNextStart() {
        Instrument paper = notice();
        RegisteringDeliveries dead = new RegisteringDeliveries(null, null, null, null, null, null) {
            @Override
            void register(long id) {}
        };
        bench.delivering(dead).deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, ""));
        assertEquals(List.of(), register(paper));
        start();
        assertEquals(1, register(paper).size());
        start();
        assertEquals(1, register(paper).size());
        assertEquals(InstrumentState.DELIVERED, state(paper));
    }

    @Test
    void whatTheDatabaseForgotIsReadBackFromTheRegister() {
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.FAILED);
        long id = deliver(paper, DeliveryOutcome.PROXY).delivery().id();
        for (String forgotten : List.of("Delivery d where d.instrument", "Instrument d where d")) {
            bench.transactions.perform(() -> forget(paper, forgotten));
            start();
            Instrument back =
                    bench.instruments.withArchivalNumber(paper.archivalNumber()).orElseThrow();
            assertEquals(InstrumentState.DELIVERED, back.state(), forgotten);
            List<Delivery> read = bench.deliveries.of(back);
            assertEquals(
                    List.of(DeliveryOutcome.FAILED, DeliveryOutcome.PROXY),
                    read.stream().map(Delivery::outcome).toList());
            assertEquals(Optional.of(monday), read.get(1).startsOn());
            assertEquals(id, read.get(1).id());
            assertEquals(2, register(paper).size());
        }
    }

    @Test
    void aDeliveryThatIsReadBackWritesItsEventIntoTheCaseAgainAndOnce() {
        Case found = opened();
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.GUARDIAN);
        bench.transactions.perform(() -> {
            forget(paper, "Delivery d where d.instrument");
            bench.entities
                    .createQuery("delete from RecordedEvent e where e.caseFile.id = :id and e.kind = :kind")
                    .setParameter("id", found.id())
                    .setParameter("kind", EventKind.NOTICE_RECEIVED)
                    .executeUpdate();
        });
        bench.entities.clear();
        assertEquals(Optional.empty(), clock(found));
        start();
        assertEquals(Optional.of(monday), clock(found));
        assertEquals("依归档登记簿补记", received(found).get(0).late());
        start();
        assertEquals(1, received(found).size());

        bench.transactions.perform(() -> forget(paper, "Delivery d where d.instrument"));
        start();
        assertEquals(1, received(found).size(), "the case still had it");
    }

    @Test
    void aDeliveryOfAVoidNoticeIsReadBackWithoutAnEvent() {
        Case found = opened();
        Instrument paper = notice();
        deliver(paper, DeliveryOutcome.GUARDIAN);
        workshop.pass(Duration.ofMinutes(1));
        bench.voiding.voidWith(clerk, paper.id(), "姓名有误");
        bench.transactions.perform(() -> {
            bench.entities
                    .createQuery("delete from Delivery d where d.instrument.id = :id")
                    .setParameter("id", paper.id())
                    .executeUpdate();
            bench.entities
                    .createQuery("delete from RecordedEvent e where e.caseFile.id = :id and e.kind <> :kind")
                    .setParameter("id", found.id())
                    .setParameter("kind", EventKind.OPENED)
                    .executeUpdate();
        });
        start();
        assertEquals(List.of(), received(found));
    }

    private void forget(Instrument paper, String which) {
        bench.entities
                .createQuery("delete from Delivery d where d.instrument.id = :id")
                .setParameter("id", paper.id())
                .executeUpdate();
        if (which.startsWith("Instrument")) {
            bench.entities
                    .createQuery("delete from Instrument i where i.id = :id")
                    .setParameter("id", paper.id())
                    .executeUpdate();
        } else {
            bench.entities
                    .createQuery("update Instrument i set i.state = :issued where i.id = :id")
                    .setParameter("issued", InstrumentState.ISSUED)
                    .setParameter("id", paper.id())
                    .executeUpdate();
        }
    }
}
