package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;
import org.guixue.store.Transactions;

/** What piles leave to do: sheets that wait in the tray of the caller's own office. */
@ApplicationScoped
public class ScanTasks implements WhatWaits {
    private final Transactions transactions;
    private final Piles piles;

    @Inject
    public ScanTasks(Transactions transactions, Piles piles) {
        this.transactions = transactions;
        this.piles = piles;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return caller.role() == Role.INSPECTOR ? List.of() : transactions.run(() -> tasks(caller));
    }

    private List<Task> tasks(Caller caller) {
        List<ScanPile> waiting = piles.waiting(caller.scope());
        Map<Long, Map<SheetState, Long>> counts =
                piles.counts(waiting.stream().map(ScanPile::id).toList());
        return waiting.stream()
                .map(pile -> task(
                        pile,
                        counts.getOrDefault(pile.id(), new EnumMap<>(SheetState.class))
                                .getOrDefault(SheetState.WAITING, 0L)))
                .toList();
    }

    private static Task task(ScanPile pile, long sheets) {
        return new Task(
                "scan-tray-" + pile.id(),
                "认领%d页回收的扫描件".formatted(sheets),
                pile.title(),
                pile.ownerName() + "，" + FieldText.minute(pile.uploadedAt()) + "上传",
                Optional.empty(),
                "回收",
                "去认领",
                "/scans/" + pile.id());
    }
}
