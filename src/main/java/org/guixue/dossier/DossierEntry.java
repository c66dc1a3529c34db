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

    /** The n-th scan of a paper, and how many pages it takes in the dossier; at least one. */
    record Scan(int n, int pages) {}

    /** Whether the paper itself is taken along, and if not, why. */
    enum Standing {
        VALID(""),
        VOID("已作废"),
        /** The number was cancelled before a file was made. */
        CANCELLED("已作废"),
        SEALING("签发中"),
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
        String returned = scans.isEmpty() ? "" : "附回收件" + scannedPages() + "页";
        return standing.remark().isEmpty() || returned.isEmpty()
                ? standing.remark() + returned
                : standing.remark() + "，" + returned;
    }
}
