package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.RegisterHead;
import org.guixue.archive.RegisterLine;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.RegisteredActs;
import org.guixue.store.Transactions;

/**
 * Sees to it that the archive's register has a line for each delivery, once, and the database a row for each line. A line
 * follows the delivery's transaction; one that a kill has come before is written at the next start.
 */
@ApplicationScoped
public class RegisteringDeliveries implements RegisteredActs {
    private static final Logger LOG = Logger.getLogger(RegisteringDeliveries.class.getName());

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Instruments instruments;
    private final Archive archive;
    private final RegisterHeads heads;
    private final NoticesInCase notices;

    @Inject
    public RegisteringDeliveries(
            Transactions transactions,
            Deliveries deliveries,
            Instruments instruments,
            Archive archive,
            RegisterHeads heads,
            NoticesInCase notices) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.instruments = instruments;
        this.archive = archive;
        this.heads = heads;
        this.notices = notices;
    }

    /** At a start, once what the archive holds is in the database. */
    public void catchUp() {
        deliveries.unregistered().forEach(this::register);
    }

    /** The delivery is recorded whatever becomes of this. */
    void register(long id) {
        try {
            transactions.perform(() -> registerOnce(id));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "delivery " + id + " is not in the register yet; the next start enters it");
        }
    }

    private void registerOnce(long id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        ArchivalNumber number = delivery.instrument().archivalNumber();
        heads.hold(number.bag().name());
        if (archive.history(number).lines().stream().noneMatch(delivery::isIn)) {
            RegisterHead head = archive.append(number, delivery.event());
            heads.remember(head);
        }
        delivery.registered();
    }

    /** Rows for lines that only the register remembers; joins the open transaction. */
    @Override
    public void readBack(ArchivedRecord record) {
        List<RegisterLine> lines = record.lines().stream()
                .filter(line -> line.event().act() == Act.DELIVERY)
                .toList();
        if (!lines.isEmpty()) {
            transactions.perform(() -> instruments
                    .withArchivalNumber(record.number())
                    .ifPresent(paper -> lines.forEach(line -> readBack(paper, line))));
        }
    }

    private void readBack(Instrument paper, RegisterLine line) {
        if (deliveries.of(paper).stream().anyMatch(each -> each.isIn(line))) {
            return;
        }
        long told = Long.parseLong(line.event().facts().get("delivery"));
        long fresh = deliveries.nextId();
        boolean own = told < fresh && deliveries.find(told).isEmpty();
        Delivery delivery = new Delivery(own ? told : fresh, paper, line);
        deliveries.add(delivery);
        if (delivery.outcome().arrived()) {
            paper.deliver();
        }
        notices.readBack(paper, delivery, told);
        LOG.warning(() -> paper.archivalNumber() + ": a delivery was in the register and not in the database");
    }
}
