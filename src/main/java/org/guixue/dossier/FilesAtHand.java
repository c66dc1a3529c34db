package org.guixue.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Damaged;
import org.guixue.archive.NoSuchRecord;
import org.guixue.rendering.Volume;

/** Reads the files of a paper before it goes out, and tells of those that are damaged or gone. */
final class FilesAtHand {
    private final Archive archive;
    private final Consumer<ArchivalNumber> alarm;

    FilesAtHand(Archive archive, Consumer<ArchivalNumber> alarm) {
        this.archive = archive;
        this.alarm = alarm;
    }

    /** The entry with its scans, all of its files read once. */
    DossierEntry check(DossierEntry entry) {
        if (!entry.bound()) {
            return entry;
        }
        ArchivedRecord record;
        try {
            archive.read(entry.number(), entry.sha256());
            record = archive.history(entry.number());
        } catch (Damaged e) {
            alarm.accept(entry.number());
            return entry.damaged();
        }
        List<DossierEntry.Scan> scans = new ArrayList<>();
        for (int n = 1; n <= record.scans().size(); n++) {
            if (!record.withdrawnScans().contains(n)) {
                scans.add(scan(entry.number(), n));
            }
        }
        return entry.with(scans);
    }

    private DossierEntry.Scan scan(ArchivalNumber number, int n) {
        try {
            return new DossierEntry.Scan(n, Volume.pagesOf(archive.readScan(number, n)));
        } catch (Damaged | NoSuchRecord e) {
            alarm.accept(number);
            return DossierEntry.Scan.lost(n);
        }
    }
}
