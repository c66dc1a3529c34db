package org.guixue.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/** The list of yearly work as it stands for a caller: computed each time, kept nowhere. */
@ApplicationScoped
public class YearlyWork {
    private final Transactions transactions;
    private final Offices offices;
    private final YearEndWork yearEnd;
    private final SchoolYearWork schoolYear;
    private final Clock clock;

    @Inject
    public YearlyWork(
            Transactions transactions, Offices offices, YearEndWork yearEnd, SchoolYearWork schoolYear, Clock clock) {
        this.transactions = transactions;
        this.offices = offices;
        this.yearEnd = yearEnd;
        this.schoolYear = schoolYear;
        this.clock = clock;
    }

    /**
     * One season's list.
     *
     * @param now whether it is the season
     * @param year the calendar year that ends, or in which the school year begins
     */
    public record SeasonList(Season season, boolean now, int year, List<YearItem> items) {
        public SeasonList {
            items = List.copyOf(items);
        }

        public long open() {
            return items.stream().filter(YearItem::isOpen).count();
        }

        public String title() {
            return season == Season.YEAR_END
                    ? "%s：%d年结束，%d年开始".formatted(season.label(), year, year + 1)
                    : "%s：%d—%d学年开始".formatted(season.label(), year, year + 1);
        }
    }

    /** Both seasons, the present one first. */
    public List<SeasonList> of(Caller caller) {
        LocalDate today = LocalDate.now(clock);
        return transactions.run(() -> Arrays.stream(Season.values())
                .map(season -> list(season, caller, today))
                .sorted(Comparator.comparing(list -> !list.now()))
                .toList());
    }

    /** The season that it is; empty between them. */
    public Optional<Season> present() {
        LocalDate today = LocalDate.now(clock);
        return Arrays.stream(Season.values())
                .filter(season -> season.includes(today))
                .findFirst();
    }

    private SeasonList list(Season season, Caller caller, LocalDate today) {
        Office office = offices.find(caller.office()).orElseThrow();
        int year = season.yearOn(today);
        List<YearItem> items = season == Season.YEAR_END
                ? yearEnd.of(caller, office, year, today)
                : schoolYear.of(caller, office, year, today);
        boolean early = today.isBefore(season.begins(year));
        return new SeasonList(
                season,
                season.includes(today),
                year,
                early ? items.stream().map(YearItem::early).toList() : items);
    }
}
