package org.guixue.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A child's papers as one reader may take them at one moment, in order of their dates.
 *
 * @param madeBy the office that takes the dossier
 */
record Dossier(Child child, List<DossierEntry> entries, String madeBy, Instant madeAt) {
    static final String TITLE = "控辍保学个案卷宗";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /**
     * What the cover says of the child.
     *
     * @param maskedId never the full ID
     * @param region county and township in whose care the child is
     */
    record Child(
            long id,
            String name,
            String sex,
            String maskedId,
            String school,
            String schoolClass,
            String region,
            String township,
            String caseState) {}

    Dossier {
        entries = List.copyOf(entries);
    }

    LocalDate madeOn() {
        return LocalDate.ofInstant(madeAt, SHANGHAI);
    }

    /** ASCII, for files and folders: which child, which day. */
    String name() {
        return "dossier-" + child.id() + "-" + madeOn().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The entries whose file is taken along. */
    List<DossierEntry> bound() {
        return entries.stream().filter(DossierEntry::bound).toList();
    }

    /** What cannot be delivered, a sentence each. */
    List<String> missing() {
        return entries.stream().flatMap(entry -> entry.missing().stream()).toList();
    }

    /** How many pages the bound papers and their scans have together. */
    int pages() {
        return entries.stream().mapToInt(DossierEntry::boundPages).sum();
    }

    /** The first page of each entry in a volume with so many front pages; for one that is not bound, that of the next. */
    List<Integer> firstPages(int frontPages) {
        List<Integer> pages = new ArrayList<>();
        int next = frontPages + 1;
        for (DossierEntry entry : entries) {
            pages.add(next);
            next += entry.boundPages();
        }
        return pages;
    }
}
