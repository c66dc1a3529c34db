package org.guixue.archive;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 档号: the number under which a record lies in the archive, such as {@code SF01-WS.2026-D30-0001} (DA/T 13).
 *
 * <p>Items are counted per fonds, year and retention, from 1, with at least four digits. All characters are ASCII and
 * safe in a path.
 *
 * @param category the class of records, {@code WS} for 文书, {@code ZJ} for 证据
 * @param item 1 to 999,999,999
 */
public record ArchivalNumber(String fonds, String category, int year, Retention retention, int item)
        implements Comparable<ArchivalNumber> {
    /** 证据: proofs as they were handed in, each with a record beside it. */
    public static final String EVIDENCE = "ZJ";

    private static final int RECORDS_PER_FOLDER = 1000;
    private static final Pattern FILE = Pattern.compile("(.+?)(\\.scan-[1-9]\\d{0,3})?\\.(pdf|jpg|png|record\\.json)");
    private static final Pattern FORM =
            Pattern.compile("(" + BagId.FONDS + ")-([A-Z]{2,6})\\.(\\d{4})-(Y|D30|D10)-(\\d{4,9})");
    private static final Comparator<ArchivalNumber> ORDER = Comparator.comparing(ArchivalNumber::fonds)
            .thenComparing(ArchivalNumber::year)
            .thenComparing(ArchivalNumber::retention)
            .thenComparing(ArchivalNumber::item)
            .thenComparing(ArchivalNumber::category);

    public ArchivalNumber {
        new BagId(fonds, year, retention);
        if (!category.matches("[A-Z]{2,6}")) {
            throw new IllegalArgumentException("expected a class of 2 to 6 letters A-Z, found: " + category);
        }
        if (item < 1 || item > 999_999_999) {
            throw new IllegalArgumentException("expected an item from 1 to 999999999, found: " + item);
        }
    }

    /** Reads what {@link #toString} writes, and nothing else. */
    public static ArchivalNumber parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected an archival number like SF01-WS.2026-D30-0001, found: " + text));
    }

    static Optional<ArchivalNumber> find(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(5)) < 1 || Integer.parseInt(parts.group(3)) < 1900) {
            return Optional.empty();
        }
        ArchivalNumber number = new ArchivalNumber(
                parts.group(1),
                parts.group(2),
                Integer.parseInt(parts.group(3)),
                Retention.valueOf(parts.group(4)),
                Integer.parseInt(parts.group(5)));
        return number.toString().equals(text) ? Optional.of(number) : Optional.empty();
    }

    /** The number that a file in a bag bears in its name. */
    static Optional<ArchivalNumber> ofFile(String name) {
        Matcher parts = FILE.matcher(name);
        return parts.matches() ? find(parts.group(1)) : Optional.empty();
    }

    public boolean isEvidence() {
        return category.equals(EVIDENCE);
    }

    public BagId bag() {
        return new BagId(fonds, year, retention);
    }

    /** Where the sealed file lies below {@code records/}: {@code SF01/2026/D30/data/0000/<档号>.pdf}. */
    public String path() {
        return bag().name() + "/" + payload();
    }

    /** Where the sealed file lies within its bag; items 1 to 1000 are in {@code data/0000}. */
    String payload() {
        return folder() + "/" + this + ".pdf";
    }

    String path(FileType type) {
        return bag().name() + "/" + payload(type);
    }

    /** Where a file of that type lies within its bag. */
    String payload(FileType type) {
        return folder() + "/" + this + "." + type.suffix();
    }

    /** Where what is known of a piece of evidence lies within its bag, beside its file. */
    String record() {
        return folder() + "/" + this + ".record.json";
    }

    /** Whether its file may lie there within its bag. */
    boolean mayLieAt(String payload) {
        return isEvidence()
                ? FileType.ofPath(payload)
                        .filter(type -> payload(type).equals(payload))
                        .isPresent()
                : payload().equals(payload);
    }

    /** Where the n-th scan lies within its bag, beside the sealed file. */
    String scan(int n) {
        return folder() + "/" + this + ".scan-" + n + ".pdf";
    }

    private String folder() {
        return String.format(Locale.ROOT, "data/%04d", (item - 1) / RECORDS_PER_FOLDER);
    }

    @Override
    public int compareTo(ArchivalNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s.%04d-%s-%04d", fonds, category, year, retention, item);
    }
}
