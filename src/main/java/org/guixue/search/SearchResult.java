package org.guixue.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a question found, all of it within the scope it was asked in.
 *
 * @param total exact, over all pages
 */
public record SearchResult(long total, long tookMillis, List<Item> items, Facets facets) {
    public SearchResult {
        items = List.copyOf(items);
    }

    /** One record; its name is empty where it is about no child. */
    public record Item(
            long id,
            String serial,
            String archivalNumber,
            String form,
            String kind,
            String title,
            Optional<Long> studentId,
            String studentName,
            String maskedId,
            Optional<Place> school,
            Optional<Place> township,
            LocalDate issuedOn,
            String state,
            List<Fragment> highlights) {
        public Item {
            highlights = List.copyOf(highlights);
        }
    }

    /** A piece of one field that shows why it was found; field is name, serial, title, text or sensitive. */
    public record Fragment(String field, List<Part> parts) {
        public Fragment {
            parts = List.copyOf(parts);
        }
    }

    /** Plain text, never HTML: whoever shows it escapes it. */
    public record Part(String text, boolean isHit) {}

    /**
     * How many records each value has. A facet heeds the question and all filters but its own, so that its counts say what
     * one would find by choosing another value. Most first, years newest first.
     */
    public record Facets(List<Facet> kind, List<Facet> school, List<Facet> township, List<Facet> year) {
        public Facets {
            kind = List.copyOf(kind);
            school = List.copyOf(school);
            township = List.copyOf(township);
            year = List.copyOf(year);
        }
    }

    /**
     * One value of a facet.
     *
     * @param value what to filter by: the kind, the office's id or the year
     */
    public record Facet(String value, String label, long count) {}
}
