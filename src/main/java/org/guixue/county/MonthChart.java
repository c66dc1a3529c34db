package org.guixue.county;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.county.CountyPicture.MonthBar;

/**
 * Twelve columns with their figures above and a scale at the left, in the units of the drawing.
 *
 * @param title what it shows, with its figures, for who does not see it
 */
public record MonthChart(String title, List<Column> columns, List<Line> lines) {
    private static final int LEFT = 34;
    private static final int SLOT = 44;
    private static final int WIDTH = 26;
    private static final int TOP = 22;
    private static final int BASE = 162;

    /**
     * @param y where the filled part begins; {@code height} is its own
     * @param lightY where the outlined part above it begins
     * @param words the month and its figures
     */
    public record Column(
            int x,
            int middle,
            int y,
            int height,
            int lightY,
            int lightHeight,
            int figureY,
            String figure,
            String month,
            String year,
            String words,
            String list) {}

    /** A line of the scale. */
    public record Line(int y, long value) {}

    /** @param both whether suspicions stand upon the dropouts */
    static MonthChart of(String title, List<MonthBar> bars, boolean both) {
        long step = step(bars.stream()
                .mapToLong(bar -> bar.count() + bar.suspected())
                .max()
                .orElse(0));
        long full = step * 4;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            columns.add(column(bars.get(i), i, full, both));
        }
        List<Line> lines = new ArrayList<>();
        for (long value = 0; value <= full; value += step) {
            lines.add(new Line(BASE - scaled(value, full), value));
        }
        return new MonthChart(
                title + "：" + columns.stream().map(Column::words).collect(Collectors.joining("，")), columns, lines);
    }

    private static Column column(MonthBar bar, int at, long full, boolean both) {
        int x = LEFT + at * SLOT + (SLOT - WIDTH) / 2;
        int dark = scaled(bar.count(), full);
        int light = scaled(bar.count() + bar.suspected(), full) - dark;
        int month = bar.month().getMonthValue();
        String named = bar.month().getYear() + "年" + month + "月";
        return new Column(
                x,
                x + WIDTH / 2,
                BASE - dark,
                dark,
                BASE - dark - light,
                light,
                BASE - dark - light - 6,
                both && bar.suspected() > 0 ? bar.count() + "+" + bar.suspected() : String.valueOf(bar.count()),
                month + "月",
                at == 0 || month == 1 ? String.valueOf(bar.month().getYear()) : "",
                both
                        ? "%s辍学%d人、疑似%d人".formatted(named, bar.count(), bar.suspected())
                        : "%s%d人".formatted(named, bar.count()),
                bar.list());
    }

    private static int scaled(long value, long full) {
        return (int) Math.round((double) (BASE - TOP) * value / full);
    }

    /** A round number, four of which hold the highest column. */
    private static long step(long most) {
        long ten = 1;
        while (true) {
            for (long step : List.of(ten, 2 * ten, 5 * ten)) {
                if (step * 4 >= most) {
                    return step;
                }
            }
            ten *= 10;
        }
    }
}
