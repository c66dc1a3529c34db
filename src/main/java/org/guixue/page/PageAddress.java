package org.guixue.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address of ours and its query, from which a page makes the neighbouring addresses: one filter more, the next page. */
public record PageAddress(String path, Map<String, String> query) {
    public PageAddress {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public static PageAddress of(String path) {
        return new PageAddress(path, Map.of());
    }

    /** The same with that parameter; an empty value takes it away. */
    public PageAddress with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new PageAddress(path, changed);
    }

    public PageAddress without(String name) {
        return with(name, "");
    }

    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** As it stands in a link, percent-encoded. */
    @Override
    public String toString() {
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
