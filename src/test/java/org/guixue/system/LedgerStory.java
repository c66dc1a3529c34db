package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What all schools, townships and the county report over the year: each month on its last working day, a week, a term, a half
 * year. Each report ends its deadline, the levels agree, and a word that comes late is corrected on each of them. A private
 * school reports to the bureau, not to the township that it lies in.
 */
final class LedgerStory {
    private static final String MONTHLY = "national/monthly-ledger";
    private static final List<String> TERMLY = List.of("national/school-age-children", "national/deferral-register");
    private static final String WEEKLY = "xixiangtang/weekly-report";
    private static final String PRIVATE = "示范县育才学校";
    private static final List<String> SCHOOLS = List.of("clerk", "clerk3", "clerk2", "yucai");
    private static final List<String> TOWNSHIPS = List.of("township", "south", "west");

    private final CountyYear year;
    private final YearChild late;

    private LedgerStory(CountyYear year) {
        this.year = year;
        this.late = new YearChild(year, "邓迟报");
    }

    static List<YearChild> plan(CountyYear year) {
        LedgerStory story = new LedgerStory(year);
        year.on("2025-09-08", "ledgers", story::settle);
        year.on("2025-09-08", "ledgers", story::week);
        for (String day : List.of("2025-09-30", "2025-10-31", "2025-11-28", "2025-12-31")) {
            year.on(day, "ledgers", () -> story.month(day.substring(0, 7)));
        }
        year.on("2025-11-10", "ledgers", story::lateWord);
        year.on("2026-01-05", "ledgers", story::term);
        year.on("2026-09-22", "ledgers", () -> story.agree(MONTHLY, "2025-12"));
        return List.of(story.late);
    }

    /** The private school, and somebody at each office that has nobody yet. */
    private void settle() throws Exception {
        HttpResponse<String> founded = year.visitor("bureau")
                .post(
                        "/admin/offices/new?parent=" + year.office("东山镇人民政府"),
                        "kind",
                        "SCHOOL",
                        "name",
                        PRIVATE,
                        "code",
                        "990721101009",
                        "mark",
                        "育才",
                        "jurisdiction",
                        "shifan",
                        "region",
                        "东山镇",
                        "county",
                        "示范县",
                        "street",
                        "东山镇新街9号",
                        "reportsTo",
                        Long.toString(year.office("示范县教育局")));
        assertEquals(303, founded.statusCode(), founded.body());
        year.invite("yucai", "何敏", "CLERK", PRIVATE);
        year.invite("south", "黄丽华", "TOWNSHIP", "南溪镇人民政府");
    }

    private void week() {
        for (String account : TOWNSHIPS) {
            submit(account, WEEKLY, "2025-W36").expect(201);
        }
        submit("bureau", WEEKLY, "2025-W36").expect(201);
    }

    private void month(String month) {
        for (String account : SCHOOLS) {
            assertTrue(due(account, month), account + " has to report " + month);
            submit(account, MONTHLY, month).expect(201);
            assertFalse(due(account, month), account + " has reported " + month);
        }
        assertEquals(
                List.of("东山镇人民政府", "南溪镇人民政府", "西河乡人民政府"),
                names(read("bureau", MONTHLY, month).get("missing")),
                "a private school of its own line is no township's");
        TOWNSHIPS.forEach(account -> submit(account, MONTHLY, month).expect(201));
        submit("bureau", MONTHLY, month).expect(201);
        int below = TOWNSHIPS.stream().mapToInt(account -> out(account, month)).sum() + out("yucai", month);
        assertEquals(below, out("bureau", month), "the county's sum of " + month);
        agree(MONTHLY, month);
    }

    /** Found out in November: away since October. What October's report said is true no more. */
    private void lateWord() {
        late.enter("clerk", "2015-05-05", "四年级");
        late.away("clerk", "2025-10-20", "2025-10-28", "2025-10-29");
        for (String account : List.of("clerk", "township", "bureau")) {
            assertTrue(read(account, MONTHLY, "2025-10").get("differences").size() > 0, account);
            JsonNode corrected = submit(account, MONTHLY, "2025-10").expect(201).json();
            JsonNode now = read(account, MONTHLY, "2025-10");
            assertEquals(corrected.get("serial"), now.at("/submitted/serial"));
            assertEquals(1, now.at("/submitted/corrects").asInt(), account);
            assertEquals(0, now.get("differences").size(), account);
        }
        submit("clerk2", MONTHLY, "2025-10").expect(409);
        agree(MONTHLY, "2025-10");
    }

    private void term() {
        for (String ledger : TERMLY) {
            SCHOOLS.forEach(account -> submit(account, ledger, "2025-autumn").expect(201));
            TOWNSHIPS.forEach(account -> submit(account, ledger, "2025-autumn").expect(201));
            JsonNode county =
                    submit("bureau", ledger, "2025-autumn").expect(201).json();
            year.issued(county);
        }
        TERMLY.forEach(ledger -> agree(ledger, "2025-autumn"));
    }

    private Client.Answer submit(String account, String ledger, String period) {
        return year.as(account).post("/api/ledgers/" + ledger + "/submit", Map.of("period", period));
    }

    private JsonNode read(String account, String ledger, String period) {
        return year.as(account)
                .get("/api/ledgers/" + ledger + "?period=" + period)
                .expect(200)
                .json();
    }

    private int out(String account, String month) {
        return read(account, MONTHLY, month).at("/totals/totalOut").asInt();
    }

    private boolean due(String account, String month) {
        return year.tasks(account, "").stream()
                .anyMatch(task -> task.get("rule").asText().equals("monthly-report")
                        && task.get("href").asText().contains(month));
    }

    /** Nothing that was submitted for the period differs from what lies under it, on no level. */
    private void agree(String ledger, String period) {
        for (String account : List.of("clerk", "township", "bureau")) {
            List<String> wrong = new ArrayList<>();
            year.as(account)
                    .get("/api/agreement?period=" + period)
                    .expect(200)
                    .json()
                    .forEach(check -> {
                        String id = check.get("check").asText();
                        if (id.endsWith(ledger)
                                && !check.get("holds").asBoolean()
                                && !id.startsWith("ledger-current")) {
                            wrong.add(id + " " + check.get("differences"));
                        }
                    });
            assertEquals(List.of(), wrong, account + " " + period);
        }
    }

    private static List<String> names(JsonNode places) {
        return StreamSupport.stream(places.spliterator(), false)
                .map(place -> place.get("name").asText())
                .sorted()
                .toList();
    }
}
