package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.guixue.access.OfficeKind;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.yearbook.KnownYear;
import org.guixue.yearbook.Yearbook;

/** Whether the holidays are known by which deadlines count: this year's, and from the middle of November the next year's. */
@ApplicationScoped
public class CalendarGauge implements Gauge {
    private static final MonthDay ANNOUNCED = MonthDay.of(11, 15);
    private static final MonthDay LATE = MonthDay.of(12, 21);

    private final Yearbook yearbook;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public CalendarGauge(Yearbook yearbook, Offices offices, Clock clock) {
        this.yearbook = yearbook;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public List<Signal> read() {
        LocalDate today = LocalDate.now(clock);
        List<Integer> missing = new ArrayList<>();
        if (unknown(today.getYear())) {
            missing.add(today.getYear());
        }
        MonthDay day = MonthDay.from(today);
        if (!day.isBefore(ANNOUNCED) && unknown(today.getYear() + 1)) {
            missing.add(today.getYear() + 1);
        }
        return List.of(signal(today, missing));
    }

    private static Signal signal(LocalDate today, List<Integer> missing) {
        if (missing.isEmpty()) {
            return Signal.fine("calendar", "放假安排", "%d年的放假和调休已录入".formatted(today.getYear()));
        }
        boolean late =
                missing.contains(today.getYear()) || !MonthDay.from(today).isBefore(LATE);
        String years = String.join("、", missing.stream().map(String::valueOf).toList());
        return Signal.of(
                        "calendar",
                        late ? Urgency.ACT : Urgency.WATCH,
                        "放假安排",
                        "没有%s年的放假和调休".formatted(years),
                        "期限会把节假日当作工作日计算。请按国务院办公厅的放假通知在“校历”录入。")
                .at("/admin/calendar")
                .with("missing", years);
    }

    private boolean unknown(int year) {
        return offices.all().stream()
                .filter(office -> office.kind() == OfficeKind.COUNTY_BUREAU)
                .filter(office -> !office.closed())
                .anyMatch(county -> unknown(county, year));
    }

    private boolean unknown(Office county, int year) {
        return yearbook.year(county, year).source() == KnownYear.Source.NONE;
    }
}
