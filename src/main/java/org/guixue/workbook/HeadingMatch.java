package org.guixue.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How one row, or two rows together, fit the known headings.
 *
 * @param upper the (first) heading row
 * @param lower the last heading row; the same as {@code upper} where there is one
 * @param titles the heading of each column, empty where it has none
 * @param columns by field, all columns that claim it
 */
record HeadingMatch(Row upper, Row lower, List<String> titles, Map<String, List<Integer>> columns) {
    /** 监护人信息 above 姓名 means 监护人姓名. */
    private static final Pattern GROUP_ENDING = Pattern.compile("(?:的?(?:基本|主要|相关)?(?:信息|情况|资料|栏))$");

    int hits() {
        return columns.size();
    }

    /** Fields that one column alone claims. */
    long clear() {
        return columns.values().stream().filter(places -> places.size() == 1).count();
    }

    static HeadingMatch of(Headings headings, Row row) {
        Claims claims = new Claims(headings);
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.at(column);
            claims.add(cell.origin() == Cell.Origin.FROM_LEFT ? "" : CellText.of(cell.text()));
        }
        return claims.match(row, row);
    }

    /** A group's heading above, the columns' below; without merged areas (in a .csv) the group's text holds until the next. */
    static HeadingMatch of(Headings headings, Row upper, Row lower) {
        Claims claims = new Claims(headings);
        String group = "";
        for (int column = 0;
                column < Math.max(upper.cells().size(), lower.cells().size());
                column++) {
            Cell above = upper.at(column);
            Cell below = lower.at(column);
            String top = CellText.of(above.text());
            String bottom = below.origin() == Cell.Origin.OWN ? CellText.of(below.text()) : "";
            if (!top.isEmpty() || endsMerged(upper, column)) {
                group = bottom.isEmpty() ? "" : top;
            }
            if (bottom.isEmpty() || bottom.equals(top)) {
                claims.add(above.origin() == Cell.Origin.FROM_LEFT ? "" : top);
            } else {
                claims.add(group + bottom, GROUP_ENDING.matcher(group).replaceFirst("") + bottom, bottom);
            }
        }
        return claims.match(upper, lower);
    }

    private static boolean endsMerged(Row upper, int column) {
        return column > 0 && upper.at(column - 1).origin() == Cell.Origin.FROM_LEFT;
    }

    private static final class Claims {
        private final Headings headings;
        private final List<String> titles = new ArrayList<>();
        private final Map<String, List<Integer>> sure = new LinkedHashMap<>();
        private final Map<String, List<Integer>> weak = new LinkedHashMap<>();

        Claims(Headings headings) {
            this.headings = headings;
        }

        /** The next column, by its whole heading. */
        void add(String title) {
            add(title, title, "");
        }

        /** The next column, by its whole heading, by that without what its group's ends in, or (weaker) by its lower part alone. */
        void add(String title, String shorter, String part) {
            int column = titles.size();
            titles.add(title);
            headings.field(title)
                    .or(() -> headings.field(shorter))
                    .ifPresentOrElse(field -> claim(sure, field, column), () -> headings.field(part)
                            .ifPresent(field -> claim(weak, field, column)));
        }

        private static void claim(Map<String, List<Integer>> claims, String field, int column) {
            claims.computeIfAbsent(field, key -> new ArrayList<>()).add(column);
        }

        HeadingMatch match(Row upper, Row lower) {
            Map<String, List<Integer>> columns = new LinkedHashMap<>(weak);
            columns.putAll(sure);
            return new HeadingMatch(upper, lower, titles, columns);
        }
    }
}
