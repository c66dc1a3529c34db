package org.guixue.dossier;

import java.time.LocalDate;
import java.util.List;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.archive.ArchivalNumber;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/**
 * One paper in the list of a dossier.
 *
 * @param pages of its sealed file; 0 when there is none
 * @param sha256 of its sealed file; 64 zeros when there is none
 * @param scans what came back on paper, in order; none where the paper is not taken along
 */
record DossierEntry(
        String serial,
        String title,
        String issuer,
        LocalDate issuedOn,
        ArchivalNumber number,
        Standing standing,
        String state,
        int pages,
        Sha256 sha256,
        List<Scan> scans) {
    private static final Sha256 NO_FILE = new Sha256("0".repeat(64));

    DossierEntry {
        scans = List.copyOf(scans);
    }

    /** The n-th scan of a paper, and how many pages it takes in the dossier; none where its file is damaged or gone. */
    record Scan(int n, int pages) {
        static Scan lost(int n) {
            return new Scan(n, 0);
        }

        boolean isLost() {
            return pages == 0;
        }
    }

    /** Whether the paper itself is taken along, and if not, why. */
    enum Standing {
        VALID(""),
        VOID("已作废"),
        /** The number was cancelled before a file was made. */
        CANCELLED("已作废"),
        SEALING("签发中"),
        /** Its file is damaged or gone. */
        DAMAGED("归档文件损坏"),
        /** It speaks of health or disability and the reader has no grant for that. */
        WITHHELD("另册保管");

        private final String remark;

        Standing(String remark) {
            this.remark = remark;
        }

        String remark() {
            return remark;
        }
    }

    static DossierEntry of(Instrument instrument, Caller reader) {
        return new DossierEntry(
                instrument.serial(),
                instrument.title(),
                instrument.issuer().name(),
                instrument.issuedOn(),
                instrument.archivalNumber(),
                standing(instrument, reader),
                instrument.state().label(),
                instrument.pages(),
                instrument.sha256().orElse(NO_FILE),
                List.of());
    }

    DossierEntry with(List<Scan> found) {
        return new DossierEntry(serial, title, issuer, issuedOn, number, standing, state, pages, sha256, found);
    }

    /** The same, whose file is damaged or gone. */
    DossierEntry damaged() {
        return new DossierEntry(
                serial, title, issuer, issuedOn, number, Standing.DAMAGED, state, pages, sha256, List.of());
    }

    /** The scans that are there. */
    List<Scan> scansAtHand() {
        return scans.stream().filter(scan -> !scan.isLost()).toList();
    }

    /** What of it cannot be delivered, and why: sentences in Chinese. */
    List<String> missing() {
        String paper = "档号%s，文号%s，《%s》".formatted(number, serial, title);
        return standing == Standing.DAMAGED
                ? List.of(paper + "：归档文件损坏或丢失")
                : scans.stream()
                        .filter(Scan::isLost)
                        .map(scan -> "%s的回收件%d：归档文件损坏或丢失".formatted(paper, scan.n()))
                        .toList();
    }

    private static Standing standing(Instrument instrument, Caller reader) {
        boolean isVoid = instrument.state() == InstrumentState.VOID;
        if (!instrument.sealed()) {
            return isVoid ? Standing.CANCELLED : Standing.SEALING;
        }
        if (instrument.sensitive() && !reader.mayReadSensitive()) {
            return Standing.WITHHELD;
        }
        return isVoid ? Standing.VOID : Standing.VALID;
    }

    boolean bound() {
        return standing == Standing.VALID || standing == Standing.VOID;
    }

    int scannedPages() {
        return scans.stream().mapToInt(Scan::pages).sum();
    }

    /** How many pages it takes in a volume, with its scans; 0 for one that is not taken along. */
    int boundPages() {
        return bound() ? pages + scannedPages() : 0;
    }

    String remark() {
        String returned = (scannedPages() == 0 ? "" : "附回收件" + scannedPages() + "页")
                + (scansAtHand().size() == scans.size() ? "" : "回收件有损坏");
        return standing.remark().isEmpty() || returned.isEmpty()
                ? standing.remark() + returned
                : standing.remark() + "，" + returned;
    }
}
