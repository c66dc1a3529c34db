package org.guixue.dossier;

import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.office.Trail;

/** Says what a listing was narrowed by. */
final class Filters {
    private Filters() {}

    static String sentence(Map<String, String> filter) {
        return filter.isEmpty()
                ? "条件：全部。"
                : filter.entrySet().stream()
                        .map(each -> each.getKey() + "“" + Trail.withoutIds(each.getValue()) + "”")
                        .collect(Collectors.joining("，", "条件：", "。"));
    }
}
