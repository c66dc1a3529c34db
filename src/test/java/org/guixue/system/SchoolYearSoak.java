package org.guixue.system;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo county's school year 2025/26 from outside; {@code deploy/soak/year} starts it, no ordinary run does. */
class SchoolYearSoak {
    private static final LocalDate WHOLE = LocalDate.of(2026, 9, 22);
    private static final LocalDate LAST = LocalDate.parse(System.getProperty("guixue.year.until", WHOLE.toString()));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void runsThroughWithEachGateAndEachDeadline() throws Exception {
        try (HouseByDay house = new HouseByDay(folder.resolve("home"))) {
            CountyYear year = new CountyYear(house);
            year.on("2025-08-25", "county", () -> settle(year));
            List<YearChild> children = new ArrayList<>(List.of(AwayStory.plan(year)));
            children.addAll(GrantedStory.plan(year));
            children.addAll(ReceiptStory.plan(year));
            children.addAll(PlacementStory.plan(year));
            children.addAll(NoPapersStory.plan(year));
            children.addAll(LedgerStory.plan(year));
            if (LAST.equals(WHOLE)) {
                year.on(LAST.toString(), "deadlines", () -> OverTheYear.deadlines(year, children));
                year.on(LAST.toString(), "papers", () -> OverTheYear.papers(year));
            }
            year.run(LAST);
            OverTheYear.archive(folder.resolve("home"));
        }
    }

    /** The bureau enters its terms, and who approves its papers. */
    private static void settle(CountyYear year) throws Exception {
        year.as("bureau")
                .put(
                        "/api/calendar/2025",
                        Map.of(
                                "terms",
                                List.of(
                                        term("2025-spring", "2025-02-17", "2025-07-04"),
                                        term("2025-autumn", "2025-09-01", "2026-01-23"))))
                .expect(200);
        year.as("bureau")
                .put(
                        "/api/calendar/2026",
                        Map.of(
                                "terms",
                                List.of(
                                        term("2026-spring", "2026-03-02", "2026-07-03"),
                                        term("2026-autumn", "2026-09-01", "2027-01-22"))))
                .expect(200);
        year.invite("west", "吴建新", "TOWNSHIP", "西河乡人民政府");
    }

    private static Map<String, String> term(String name, String starts, String ends) {
        return Map.of("term", name, "starts", starts, "ends", ends);
    }
}
