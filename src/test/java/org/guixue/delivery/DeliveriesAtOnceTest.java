package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.casefile.Case;
import org.guixue.house.Workshop;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.junit.jupiter.api.Test;

/** Two who act on one paper at the same moment. */
class DeliveriesAtOnceTest extends DeliveryCourse {
    @Test
    void deliveryAndVoidAtOnceEndInOneOrder() throws Exception {
        for (int i = 0; i < 6; i++) {
            Case found = opened();
            Instrument paper = notice();
            Workshop.Bench one = workshop.bench();
            Workshop.Bench other = workshop.bench();
            CompletableFuture<Boolean> delivered = CompletableFuture.supplyAsync(() -> {
                try {
                    one.delivering.deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, ""));
                    return true;
                } catch (Conflict e) {
                    return false;
                }
            });
            CompletableFuture<Boolean> voided = CompletableFuture.supplyAsync(() -> {
                other.voiding.voidWith(clerk, paper.id(), "姓名有误");
                return true;
            });
            assertTrue(voided.get(60, TimeUnit.SECONDS));
            boolean arrived = delivered.get(60, TimeUnit.SECONDS);
            assertEquals(InstrumentState.VOID, state(paper));
            assertEquals(arrived ? 1 : 0, register(paper).size());
            assertEquals(arrived ? 1 : 0, bench.deliveries.of(paper).size());
            assertEquals(Optional.empty(), clock(found), "a void notice starts no clock");
            child = bench.child(county.first());
        }
    }

    @Test
    void twoDeliveriesAtOnceAreOneAndAQuestion() throws Exception {
        Instrument paper = notice();
        List<Workshop.Bench> benches = List.of(workshop.bench(), workshop.bench());
        List<CompletableFuture<Boolean>> all = benches.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> {
                    try {
                        each.delivering.deliver(clerk, paper.id(), said(DeliveryOutcome.GUARDIAN, ""));
                        return true;
                    } catch (ValuesRefused e) {
                        return false;
                    }
                }))
                .toList();
        int recorded = 0;
        for (CompletableFuture<Boolean> each : all) {
            recorded += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertEquals(1, recorded);
        assertEquals(1, register(paper).size());
    }
}
