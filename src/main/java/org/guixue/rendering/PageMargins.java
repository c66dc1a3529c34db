package org.guixue.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a page's right and lower edge a form leaves free: the {@code @page} rules of its style, in millimetres, the
 * later winning over the earlier and {@code :first} over both. What it cannot read it takes for no margin.
 *
 * @param first of the first page
 * @param others of those after it
 */
record PageMargins(Edges first, Edges others) {
    private static final Pattern RULE = Pattern.compile("@page\\s*(:first)?\\s*\\{([^{}]*)}");
    private static final Pattern MARGIN = Pattern.compile("(?:^|[;\\s])margin(-right|-bottom)?:([^;]*)");
    private static final Pattern MILLIMETRES = Pattern.compile("([0-9.]+)(mm)?");

    /** Margins at two edges of a page, in millimetres. */
    record Edges(float right, float bottom) {
        float wider() {
            return Math.max(right, bottom);
        }

        private Edges with(String declarations) {
            Edges edges = this;
            Matcher margin = MARGIN.matcher(declarations);
            while (margin.find()) {
                List<Float> given = millimetres(margin.group(2).strip());
                if (given.isEmpty()) {
                    return new Edges(0, 0);
                }
                String side = String.valueOf(margin.group(1));
                float bottom = given.size() > 2 ? given.get(2) : given.get(0);
                float right = given.size() > 1 ? given.get(1) : given.get(0);
                edges = switch (side) {
                    case "-right" -> new Edges(given.get(0), edges.bottom);
                    case "-bottom" -> new Edges(edges.right, given.get(0));
                    default -> new Edges(right, bottom);
                };
            }
            return edges;
        }
    }

    /** Of a paper's HTML with its style in it. */
    static PageMargins of(String html) {
        Edges others = new Edges(0, 0);
        StringBuilder first = new StringBuilder();
        Matcher rule = RULE.matcher(html.substring(0, Math.max(html.indexOf("</style>"), 0)));
        while (rule.find()) {
            if (rule.group(1) == null) {
                others = others.with(rule.group(2));
            } else {
                first.append(rule.group(2)).append(';');
            }
        }
        return new PageMargins(others.with(first.toString()), others);
    }

    /** The wider of the two margins of a page, counted from 1: a square as large stands in its corner beside all text. */
    float wider(int page) {
        return (page == 1 ? first : others).wider();
    }

    private static List<Float> millimetres(String value) {
        List<Float> all = new ArrayList<>();
        for (String length : value.split("\\s+")) {
            Matcher matcher = MILLIMETRES.matcher(length);
            if (!matcher.matches() || (matcher.group(2) == null && Float.parseFloat(matcher.group(1)) != 0)) {
                return List.of();
            }
            all.add(Float.parseFloat(matcher.group(1)));
        }
        return all;
    }
}
