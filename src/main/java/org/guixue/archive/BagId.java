package org.guixue.archive;

import java.util.Locale;

/** One bag of records: the unit of transfer and of disposal, one per fonds, year and retention. */
public record BagId(String fonds, int year, Retention retention) {
    static final String FONDS = "[A-Z0-9]{2,16}";

    public BagId {
        if (!fonds.matches(FONDS)) {
            throw new IllegalArgumentException("expected a fonds of 2 to 16 letters A-Z and digits, found: " + fonds);
        }
        if (year < 1900 || year > 9999) {
            throw new IllegalArgumentException("expected a year of four digits, found: " + year);
        }
    }

    /** The bag's folder below {@code records/} and the name of its register: {@code SF01/2026/D30}. */
    public String name() {
        return String.format(Locale.ROOT, "%s/%04d/%s", fonds, year, retention);
    }

    @Override
    public String toString() {
        return name();
    }
}
