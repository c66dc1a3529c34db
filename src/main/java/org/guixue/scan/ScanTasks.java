package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.office.Task;
import org.guixue.office.WhatWaits;
import org.guixue.sheet.BlankPaper;
import org.guixue.sheet.BlankPapers;
import org.guixue.sheet.Draft;
import org.guixue.store.Transactions;

/** What piles leave to do: sheets in the tray of the caller's own office; what was filled by hand at the caller's drafts. */
@ApplicationScoped
public class ScanTasks implements WhatWaits {
    private final Transactions transactions;
    private final Piles piles;

    private final BlankPapers blanks;
    private final UncheckedCopies unchecked;

    @Inject
    public ScanTasks(Transactions transactions, Piles piles, BlankPapers blanks, UncheckedCopies unchecked) {
        this.unchecked = unchecked;
        this.transactions = transactions;
        this.piles = piles;
        this.blanks = blanks;
    }

    @Override
    public List<Task> waitingFor(Caller caller, LocalDate today) {
        return caller.role() == Role.INSPECTOR ? List.of() : transactions.run(() -> tasks(caller));
    }

    private List<Task> tasks(Caller caller) {
        List<ScanPile> waiting = piles.waiting(caller.scope());
        Map<Long, Map<SheetState, Long>> counts =
                piles.counts(waiting.stream().map(ScanPile::id).toList());
        List<Task> tasks = new ArrayList<>();
        waiting.stream()
                .filter(pile -> counts.getOrDefault(pile.id(), Map.of()).containsKey(SheetState.WAITING))
                .map(pile -> task(
                        pile,
                        counts.getOrDefault(pile.id(), new EnumMap<>(SheetState.class))
                                .getOrDefault(SheetState.WAITING, 0L)))
                .forEach(tasks::add);
        blanks.among(piles.draftsToType(caller.account())).stream()
                .filter(draft -> draft.state().open() && draft.openTo(caller))
                .map(this::typing)
                .forEach(tasks::add);
        long unseen = unchecked.countOwn(caller);
        if (unseen > 0) {
            tasks.add(looking(unseen));
        }
        return tasks;
    }

    private static Task looking(long copies) {
        return new Task(
                "scan-signatures",
                "核对%d份回收件的签字".formatted(copies),
                "",
                "该签的地方有没有签，要看着图像确认",
                Optional.empty(),
                "回收",
                "去核对",
                "/scans/signatures");
    }

    private Task typing(Draft draft) {
        String title = blanks.of(draft.id()).map(BlankPaper::formTitle).orElse("");
        return new Task(
                "scan-typing-" + draft.id(),
                "录入手填的《%s》".formatted(title),
                draft.subject().label(),
                "手填的纸面已经扫描，请对照录入，签发后自动归入",
                Optional.empty(),
                "回收",
                "去录入",
                "/drafts/" + draft.id());
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
