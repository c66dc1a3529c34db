package org.guixue.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the rows of data of a {@link Table}, in bounded memory. Blank rows are left out; rows that are no data (notes, totals, the
 * heading again) are left out and reported in {@link #skipped()}. Not thread-safe.
 *
 * <p>Damage or excess that shows only further down is refused by {@link #hasNext}.
 */
public final class Rows implements Iterator<Entry> {
    /** How many skipped rows are kept for the report. */
    public static final int SKIPPED_KEPT = 1_000;

    private final RowSource source;
    private final NotData notData;
    private final Map<String, Integer> columns;
    private final int headingRow;
    private final List<Skipped> skipped = new ArrayList<>();
    private int skippedCount;
    private final List<Integer> hidden = new ArrayList<>();
    private int hiddenCount;
    private @Nullable Entry ahead;
    private boolean ended;

    Rows(RowSource source, Headings headings, HeadingMatch match, Map<String, Integer> columns) {
        this.source = source;
        this.notData = new NotData(headings, match, columns);
        this.columns = columns;
        this.headingRow = match.lower().number();
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !ended) {
            Row row = Guarded.reading(source::next);
            if (row == null) {
                ended = true;
            } else if (row.number() > headingRow && row.ownFilled() > 0) {
                take(row);
            }
        }
        return ahead != null;
    }

    private void take(Row row) {
        Optional<String> reason = notData.reason(row);
        if (reason.isEmpty()) {
            ahead = new Entry(row, columns);
            if (row.hidden() && hiddenCount++ < SKIPPED_KEPT) {
                hidden.add(row.number());
            }
        } else if (skippedCount++ < SKIPPED_KEPT) {
            skipped.add(new Skipped(row.number(), reason.get(), NotData.firstText(row)));
        }
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry next = ahead;
        ahead = null;
        return Objects.requireNonNull(next);
    }

    /** Rows so far that were taken for no data; the first {@link #SKIPPED_KEPT}. */
    public List<Skipped> skipped() {
        return Collections.unmodifiableList(skipped);
    }

    /** Rows of data so far that the program hides from who looks at the sheet; the first {@link #SKIPPED_KEPT}. */
    public List<Integer> hidden() {
        return Collections.unmodifiableList(hidden);
    }

    public int hiddenCount() {
        return hiddenCount;
    }

    /** How many rows so far were taken for no data. */
    public int skippedCount() {
        return skippedCount;
    }

    /**
     * A row that was not read.
     *
     * @param number counted from 1
     * @param reason in Chinese
     * @param text what its first filled cell says, at most 40 characters
     */
    public record Skipped(int number, String reason, String text) {}
}
