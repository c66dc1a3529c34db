package org.guixue.county;

import java.util.List;
import java.util.stream.Stream;

/** The charts of a picture as shapes; what stands in them stands in the tables beside them, too. */
public record DrawnPicture(
        List<Strip> places, List<Strip> causes, List<Strip> pauses, MonthChart returns, MonthChart towardZero) {
    /**
     * A bar in the row that it belongs to, in hundredths of the longest.
     *
     * @param dark the part that is filled
     * @param whole the outline
     */
    public record Strip(String dark, String whole, String words) {}

    static DrawnPicture of(CountyPicture picture) {
        long mostOpen = most(picture.places().stream().map(CountyPicture.PlaceBar::open));
        return new DrawnPicture(
                picture.places().stream()
                        .map(each -> new Strip(
                                share(each.out(), mostOpen),
                                share(each.open(), mostOpen),
                                "%s %d件，其中辍学%d件".formatted(each.name(), each.open(), each.out())))
                        .toList(),
                strips(picture.causes()),
                strips(picture.pauses()),
                MonthChart.of("近12个月各月复学人数", picture.returns(), false),
                MonthChart.of("近12个月各月末仍在辍学的人数", picture.towardZero(), true));
    }

    private static List<Strip> strips(List<CountyPicture.Bar> bars) {
        long most = most(bars.stream().map(CountyPicture.Bar::count));
        return bars.stream()
                .map(bar -> new Strip(
                        share(bar.count(), most),
                        share(bar.count(), most),
                        "%s %d件".formatted(bar.label(), bar.count())))
                .toList();
    }

    private static long most(Stream<Long> counts) {
        return Math.max(1, counts.mapToLong(Long::longValue).max().orElse(1));
    }

    private static String share(long count, long most) {
        return String.valueOf(Math.round(1000.0 * count / most) / 10.0);
    }
}
