package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        long ofTheCity =
                founded("岭上市属实验学校", "990721103091", county.get("parent").asLong());
        long ofTheCounty = founded("岭上民办实验学校", "990721103092", county.get("id").asLong());
        long township = bureau.office("name", "西河乡人民政府").get("id").asLong();
        enter(ofTheCity, township, "岭市属");
        enter(ofTheCounty, township, "岭民办");

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

    private long founded(String name, String code, long reportsTo) {
        Visitor founder = new Visitor(at("/")).signIn("bureau", PASSWORD);
        long township = bureau.office("name", "西河乡人民政府").get("id").asLong();
        return Long.parseLong(Visitor.location(founder.post(
                        "/admin/offices/new?parent=" + township,
                        "kind",
                        "SCHOOL",
                        "name",
                        name,
                        "code",
                        code,
                        "mark",
                        name.substring(0, 4),
                        "jurisdiction",
                        "shifan",
                        "region",
                        "西河乡",
                        "county",
                        "示范县",
                        "street",
                        "西河乡岭上村2号",
                        "reportsTo",
                        Long.toString(reportsTo)))
                .replaceFirst("^.*/", ""));
    }

    private void enter(long school, long township, String name) {
        Map<String, Object> child = new HashMap<>();
        child.put("name", name);
        child.put("sex", "女");
        child.put("bornOn", "2015-05-06");
        child.put("noIdReason", "证件遗失，正在补办");
        child.put("school", school);
        child.put("township", township);
        child.put("grade", "五年级");
        child.put("schoolClass", "1班");
        child.put("residence", "西河乡岭上村");
        child.put("guardians", List.of(Map.of("name", "岭大山", "relation", "父亲", "phone", "13900000001")));
        bureau.post("/api/students", child).expect(201);
    }
}
