package org.guixue.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pile as the API shows it.
 *
 * @param pages of all its files
 * @param read how many of them have been read
 * @param filed sheets that lie at their papers
 * @param atDraft sheets filled by hand that lie at their drafts until these are issued
 * @param unmatched sheets that wait in the tray
 * @param discarded sheets that are kept nowhere
 */
record PileJson(
        long id,
        String title,
        PileState state,
        int pages,
        int read,
        String uploadedBy,
        Instant uploadedAt,
        List<FiledSheet> filed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SheetAtDraft> atDraft,
        List<TraySheet> unmatched,
        List<DiscardedSheet> discarded) {

    /** @param copy number of the returned copy that it is in */
    record FiledSheet(int page, long instrument, String serial, int copy) {}

    /** @param about whom the draft is about */
    record SheetAtDraft(int page, long draft, String title, String about) {}

    /**
     * @param code the reason as a word that stays
     * @param instrument whose its code says it is
     */
    record TraySheet(
            int page,
            String reason,
            Setback code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long instrument,

            List<GuessedPaper> guesses) {}

    record GuessedPaper(long instrument, String serial, String title, String why) {}

    record DiscardedSheet(int page, String reason, String by) {}
}
