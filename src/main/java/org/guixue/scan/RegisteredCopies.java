package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.RegisterLine;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.RegisteredActs;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.guixue.store.Transactions;

/** Rows for returned copies that only the archive remembers. */
@ApplicationScoped
public class RegisteredCopies implements RegisteredActs {
    private static final Logger LOG = Logger.getLogger(RegisteredCopies.class.getName());

    private final Transactions transactions;
    private final ReturnedCopies copies;
    private final Instruments instruments;
    private final Outbox outbox;

    @Inject
    public RegisteredCopies(Transactions transactions, ReturnedCopies copies, Instruments instruments, Outbox outbox) {
        this.transactions = transactions;
        this.copies = copies;
        this.instruments = instruments;
        this.outbox = outbox;
    }

    @Override
    public void readBack(ArchivedRecord record) {
        List<RegisterLine> lines = record.lines().stream()
                .filter(line -> line.event().act() == Act.SCAN)
                .toList();
        if (!lines.isEmpty()) {
            transactions.perform(
                    () -> instruments.withArchivalNumber(record.number()).ifPresent(paper -> {
                        lines.forEach(line -> readBack(paper, line));
                        record.withdrawnScans().forEach(n -> withdrawn(paper, n));
                    }));
        }
    }

    private void withdrawn(Instrument paper, int n) {
        copies.find(paper, n).filter(copy -> !copy.withdrawn()).ifPresent(copy -> copy.withdraw("（撤出原因见原数据库备份）", ""));
    }

    private void readBack(Instrument paper, RegisterLine line) {
        int n = FilingCopies.numberOf(line);
        if (copies.find(paper, n).isEmpty()) {
            copies.add(ReturnedCopy.of(copies.nextId(), paper, n, line, ""));
            paper.comeBack();
            outbox.put(OutboxRow.Kind.INSTRUMENT, paper.id());
            LOG.warning(() -> paper.archivalNumber() + ": a returned copy was in the archive and not in the database");
        }
    }
}
