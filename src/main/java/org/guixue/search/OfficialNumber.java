package org.guixue.search;

import java.util.ArrayList;
import java.util.List;
import org.guixue.identity.Normaliser;

/**
 * Serial and archival numbers in whatever form they are typed: any brackets or none, with or without 第 and 号, so that
 * {@code 示劝字[2026]第12号} is {@code 示劝字〔2026〕12号}.
 */
final class OfficialNumber {
    private OfficialNumber() {}

    /** What of a number can be found, gaps closed; empty for what has only 第 and 号. */
    static List<Folded.Item> items(String number) {
        List<Folded.Item> all = Folded.closed(number);
        List<Folded.Item> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String token = all.get(i).token();
            boolean last = i + 1 == all.size();
            boolean ordinal = "第".equals(token) && (last || !all.get(i + 1).single());
            if (!ordinal && !("号".equals(token) && last)) {
                kept.add(all.get(i).at(kept.size()));
            }
        }
        return List.copyOf(kept);
    }

    /** Equal for all forms of one number. */
    static String key(String number) {
        return Folded.key(items(number));
    }

    /** An ID or student number in its one form: half-width, upper case, no spaces or hyphens. */
    static String bare(String id) {
        return Normaliser.code(id).replaceAll("[^0-9A-Z]", "");
    }
}
