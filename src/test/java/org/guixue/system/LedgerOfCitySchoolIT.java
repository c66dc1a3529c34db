package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school that lies in a county and reports to the city (市属学校). */
class LedgerOfCitySchoolIT extends SystemIT {
    private Client bureau;

    @BeforeEach
    void signIn() {
        bureau = new Client(at("/"), "bureau");
    }

    /** S0: 市属学校 report to the city, whatever township and county they lie in; private schools to the county. */
    @Test
    void aSchoolOfTheCityIsAskedForByNeitherTownshipNorCounty() {
        JsonNode county = bureau.office("name", "示范县教育局");
        long ofTheCity = withAChild("岭上市属实验学校", "990721103091", county.get("parent"), "岭市属");
        long ofTheCounty = withAChild("岭上民办实验学校", "990721103092", county.get("id"), "岭民办");
        long township = bureau.office("name", "西河乡人民政府").get("id").asLong();

        String ledger = "/api/ledgers/national/school-age-children";
        assertFalse(missing(ledger + "?office=" + township).contains(ofTheCity));
        assertFalse(missing(ledger + "?office=" + township).contains(ofTheCounty));
        assertFalse(missing(ledger).contains(ofTheCity), "it is the city's to ask");
        assertTrue(missing(ledger).contains(ofTheCounty));

        assertEquals(List.of("岭市属"), names(ledger + "?office=" + ofTheCity));
        assertEquals(List.of("岭民办"), names(ledger + "?office=" + ofTheCounty));
        List<String> all = names(ledger + "?of=record");
        assertFalse(all.contains("岭市属"), "the city's sum has it");
        assertTrue(all.contains("岭民办"));
        assertFalse(names(ledger + "?of=record&office=" + township).contains("岭市属"));
    }

    private List<Long> missing(String path) {
        List<Long> missing = new ArrayList<>();
        bureau.get(path)
                .expect(200)
                .json()
                .get("missing")
                .forEach(each -> missing.add(each.get("id").asLong()));
        return missing;
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        bureau.get(path)
                .expect(200)
                .json()
                .get("rows")
                .forEach(row -> names.add(row.get("name").asText()));
        return names;
    }

    private long withAChild(String name, String code, JsonNode reportsTo, String child) {
        OwnSchool school = OwnSchool.reportingTo(reportsTo.asLong(), at("/"), name, code);
        school.enter(child, "2015-05-06", "五年级", "1班");
        return school.id();
    }
}
