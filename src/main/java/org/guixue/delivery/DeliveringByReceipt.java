package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.store.Transactions;

/**
 * Records what a 送达回证 says when it is completed: each paper that stands on it was delivered as it was, then the receipt
 * itself. What was recorded before is not recorded twice, so a try that broke off is simply made again.
 */
@ApplicationScoped
public class DeliveringByReceipt {
    private final Transactions transactions;
    private final Instruments instruments;
    private final Deliveries deliveries;
    private final ListedPapers listed;
    private final Delivering delivering;

    @Inject
    public DeliveringByReceipt(
            Transactions transactions,
            Instruments instruments,
            Deliveries deliveries,
            ListedPapers listed,
            Delivering delivering) {
        this.transactions = transactions;
        this.instruments = instruments;
        this.deliveries = deliveries;
        this.listed = listed;
        this.delivering = delivering;
    }

    /**
     * What was recorded.
     *
     * @param papers those that stand on the receipt and had not arrived before; none for any other paper
     */
    public record All(Delivering.Recorded itself, List<Delivering.Recorded> papers) {}

    /** @throws ValuesRefused where one of them cannot be recorded so; it is named, and the others stay recorded */
    public All deliver(Caller caller, long id, DeliveryDetails details) {
        List<Delivering.Recorded> recorded = new ArrayList<>();
        List<Violation> refused = new ArrayList<>();
        for (Instrument paper : transactions.run(() -> stillOut(caller, id))) {
            try {
                recorded.add(delivering.deliver(caller, paper.id(), details));
            } catch (ValuesRefused e) {
                e.violations()
                        .forEach(violation -> refused.add(
                                new Violation(violation.field(), paper.serial() + "：" + violation.message())));
            }
        }
        if (!refused.isEmpty()) {
            throw new ValuesRefused(refused);
        }
        return new All(delivering.deliver(caller, id, details), recorded);
    }

    /** What stands on that receipt and has not reached anybody. */
    public List<Instrument> stillOut(Caller caller, long receipt) {
        Instrument found = instruments.find(receipt, caller.scope()).orElseThrow(() -> new NotFound("文书"));
        List<Instrument> papers = listed.on(found).stream()
                .filter(paper -> paper.visibleIn(caller.scope()))
                .toList();
        Set<Long> arrived =
                deliveries.arrivedAmong(papers.stream().map(Instrument::id).toList());
        return papers.stream().filter(paper -> !arrived.contains(paper.id())).toList();
    }
}
