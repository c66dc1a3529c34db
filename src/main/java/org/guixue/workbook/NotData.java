package org.guixue.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which rows within or below a table are no data. A row whose required cells, where there are several, are all filled always is; so
 * is whatever is not recognised here. With one required column alone a total or a note may stand in it.
 */
final class NotData {
    private static final Pattern TOTAL = Pattern.compile("(?:合计|总计|小计|共计|总人数)(?:[:：(（\\d].*)?");
    private static final Pattern NOTE =
            Pattern.compile("(?:附?注|备注|说明|(?:填表|填报|填写)(?:说明|要求|须知))(?:[:：\\d一二三四五六七八九(（].*|$)", Pattern.DOTALL);
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?:制表|填表|填报|审核|复核|审批|经办|分管|主管|单位|学校)?(?:人|负责人|校长|单位|学校|领导|时间|日期|电话|联系电话)?(?:签[字名章])?(?:[(（][^)）]*[)）])?[:：].*",
            Pattern.DOTALL);
    private static final Pattern STAMP = Pattern.compile("[(（](?:盖章|公章|签章|签字|签名)[)）]");
    private static final int LONG_CHARS = 20;
    private static final int SHOWN_CHARS = 40;

    private final HeadingMatch match;
    private final Map<String, Integer> columns;
    private final List<Integer> required;

    NotData(Headings headings, HeadingMatch match, Map<String, Integer> columns) {
        this.match = match;
        this.columns = columns;
        this.required = headings.all().stream()
                .filter(Heading::required)
                .map(heading -> columns.getOrDefault(heading.field(), -1))
                .filter(column -> column >= 0)
                .toList();
    }

    /** Why a row is no data, in Chinese; empty where it is. */
    Optional<String> reason(Row row) {
        if (repeatsHeading(row)) {
            return Optional.of("重复的表头");
        }
        boolean told = !required.isEmpty() && required.stream().allMatch(column -> isFilled(row.at(column)));
        if (told && required.size() > 1) {
            return Optional.empty();
        }
        String first = CellText.of(firstCell(row).text());
        String closed = first.replace(" ", "");
        if (TOTAL.matcher(closed).matches()) {
            return Optional.of("合计行");
        }
        if (NOTE.matcher(closed).matches()) {
            return Optional.of("说明文字");
        }
        if (SIGNATURE.matcher(closed).matches() || (!told && hasStamp(row))) {
            return Optional.of("签字盖章行");
        }
        if (columns.values().stream().noneMatch(column -> isOwn(row.at(column)))) {
            return Optional.of("认得的各列都没有填写");
        }
        boolean alone = row.ownFilled() == 1;
        return alone && (isWide(row) || first.length() >= LONG_CHARS) ? Optional.of("整行只有一段文字") : Optional.empty();
    }

    private boolean repeatsHeading(Row row) {
        int same = 0;
        for (int column : columns.values()) {
            same += repeats(row, match.upper(), column) || repeats(row, match.lower(), column) ? 1 : 0;
        }
        return same >= 2 && same * 2 >= row.ownFilled();
    }

    private static boolean repeats(Row row, Row heading, int column) {
        Cell cell = row.at(column);
        return !cell.isBlank() && cell.text().equals(heading.at(column).text());
    }

    private static boolean hasStamp(Row row) {
        return row.cells().stream()
                .anyMatch(cell -> STAMP.matcher(cell.text().replace(" ", "")).find());
    }

    private static boolean isWide(Row row) {
        return row.cells().stream()
                        .filter(cell -> cell.origin() == Cell.Origin.FROM_LEFT)
                        .count()
                >= 2;
    }

    private static boolean isFilled(Cell cell) {
        return !cell.isBlank() && cell.origin() != Cell.Origin.FROM_LEFT;
    }

    private static boolean isOwn(Cell cell) {
        return !cell.isBlank() && cell.origin() == Cell.Origin.OWN;
    }

    private static Cell firstCell(Row row) {
        return row.cells().stream().filter(NotData::isOwn).findFirst().orElse(Cell.EMPTY);
    }

    static String firstText(Row row) {
        String text = CellText.of(firstCell(row).text());
        return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
    }
}
