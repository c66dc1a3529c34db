package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.Sha256;
import org.guixue.TooLarge;
import org.guixue.Unavailable;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.archive.Archive;
import org.guixue.scan.reading.Pile;
import org.guixue.scan.reading.UnfitPile;
import org.guixue.store.Transactions;

/**
 * Takes a pile in: all of its files lie forced on the disk, and each can be opened, before anybody is told that they are kept.
 * The same files from the same office are taken once.
 */
@ApplicationScoped
public class Receiving {
    static final int MOST_FILES = 200;
    static final int MOST_PAGES = 1000;
    static final long MOST_BYTES = 300L << 20;
    private static final int LONGEST_TITLE = 300;

    private final Transactions transactions;
    private final Piles piles;
    private final PileStaging staging;
    private final Archive archive;
    private final Clock clock;

    @Inject
    public Receiving(Transactions transactions, Piles piles, PileStaging staging, Archive archive, Clock clock) {
        this.transactions = transactions;
        this.piles = piles;
        this.staging = staging;
        this.archive = archive;
        this.clock = clock;
    }

    /** A file as it comes. */
    public record Incoming(String fileName, InputStream content) {}

    /** @param before whether the same files were handed in before; then it is that pile */
    public record Received(ScanPile pile, boolean before) {}

    /**
     * The pile, once it is on the disk.
     *
     * @throws ValuesRefused where a file is none that can be read, by its name
     * @throws TooLarge where there are more files, pages or bytes than are taken at once
     */
    public Received receive(Caller caller, List<Incoming> files) throws IOException {
        refuseInspector(caller);
        if (archive.stopped()) {
            throw new Unavailable("归档因磁盘写入故障已停止，暂不能收扫描件；请管理员检查磁盘并重新启动");
        }
        if (files.isEmpty()) {
            throw new ValuesRefused("files", "没有收到文件，请选择扫描件后再提交");
        }
        if (files.size() > MOST_FILES) {
            throw new TooLarge("一次最多收%d个文件，请分几次提交".formatted(MOST_FILES));
        }
        long id = piles.nextId();
        boolean kept = false;
        try {
            List<Staged> staged = stage(id, files);
            Received received = transactions.run(() -> enter(caller, id, staged));
            kept = !received.before();
            return received;
        } finally {
            if (!kept) {
                staging.clear(id);
            }
        }
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能归入回收件");
        }
    }

    private List<Staged> stage(long id, List<Incoming> files) throws IOException {
        List<Staged> staged = new ArrayList<>();
        long bytes = 0;
        int pages = 0;
        for (Incoming file : files) {
            long length;
            try {
                length = staging.keep(id, staged.size() + 1, file.content(), MOST_BYTES - bytes);
                bytes += length;
            } catch (PileStaging.TooLong e) {
                throw new TooLarge("一次最多收%dMB，请分几次提交".formatted(MOST_BYTES >> 20));
            }
            Staged opened = opened(id, staged.size() + 1, file.fileName());
            pages += opened.pages();
            if (opened.signed() && length > DirectFiling.MAX_BYTES) {
                throw new TooLarge("“%s”带有电子签名，要整份保存，最大%dMB".formatted(file.fileName(), DirectFiling.MAX_BYTES >> 20));
            }
            if (pages > MOST_PAGES) {
                throw new TooLarge("一叠最多%d页，请分几次提交".formatted(MOST_PAGES));
            }
            staged.add(opened);
        }
        return staged;
    }

    private Staged opened(long id, int file, String name) throws IOException {
        try (Pile pile = Pile.open(staging.upload(id, file), name)) {
            DirectFiling.refuseScripts(pile, name, "files");
            return new Staged(name, pile.signed(), pile.pages());
        } catch (UnfitPile e) {
            throw new ValuesRefused("files", String.valueOf(e.getMessage()));
        }
    }

    private Received enter(Caller caller, long id, List<Staged> staged) {
        Sha256 digest = staging.digest(id, staged.size());
        Optional<ScanPile> before = piles.same(digest, caller.scope());
        if (before.isPresent()) {
            return new Received(before.get(), true);
        }
        int pages = staged.stream().mapToInt(Staged::pages).sum();
        ScanPile pile = new ScanPile(id, caller, title(staged), digest, pages, clock.instant());
        piles.add(pile, staged);
        return new Received(pile, false);
    }

    private static String title(List<Staged> staged) {
        String first = staged.get(0).fileName();
        String title = staged.size() == 1 ? first : "%s等%d个文件".formatted(first, staged.size());
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    /** At a start: what a broken upload has left on the disk, and what is settled. */
    public void begin() {
        staging.clearAllBut(new HashSet<>(piles.unsettled()));
    }
}
