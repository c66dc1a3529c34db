package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issued paper is found by whom and what it is about, at once. */
class FindingIT extends SystemIT {
    private Client clerk;
    private Client inspector;

    @BeforeEach
    void connect() {
        clerk = new Client(at("/"), "clerk");
        inspector = new Client(at("/"), "inspector");
    }

    @Test
    void findsByNamePinyinInitialsAndLastFour() {
        long student = clerk.enrolledDemoChild().get("id").asLong();
        JsonNode child = clerk.get("/api/students/" + student + "?reveal=" + encode("测试核对"))
                .expect(200)
                .json();
        clerk.post("/api/instruments", Orders.notice(student)).expect(201);
        String name = child.get("name").asText();
        String id = child.get("nationalId").asText();
        for (String q : List.of(name, name.substring(0, 1), id, id.substring(14), id.substring(0, 6))) {
            JsonNode found =
                    inspector.get("/api/search?q=" + encode(q)).expect(200).json();
            assertTrue(mentions(found, student), q + " finds " + name + ": " + found);
            assertFalse(found.toString().contains(id), "IDs are masked");
        }
    }

    @Test
    void findsAPaperByItsOwnWordsAndNotByThoseOfTheCountyItsFormComesFrom() {
        long visit = issue(Orders.homeVisit(clerk.enrolledDemoChild().get("id").asLong()));
        long registration = issue(Orders.registration(clerk.demoCase()));
        for (String q : List.of("海口", "江西省")) {
            List<Long> found = papers(q);
            assertFalse(found.contains(visit) || found.contains(registration), q + " finds " + found);
        }
        assertTrue(papers("示范县控辍保学家访记录表").contains(visit));
    }

    @Test
    void findsAnAgreementUnderTheSchoolThatItIsAbout() {
        Client bureau = new Client(at("/"), "bureau");
        long school = bureau.office("name", "南溪镇中心小学").get("id").asLong();
        long paper = bureau.post("/api/instruments", Orders.agreement(school))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        assertTrue(ids("school=" + school).contains(paper));
        long other = bureau.office("name", "东山镇中心小学").get("id").asLong();
        assertFalse(ids("school=" + other).contains(paper));
    }

    private long issue(Map<String, Object> order) {
        return clerk.post("/api/instruments", order)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private List<Long> papers(String q) {
        return ids("q=" + encode(q));
    }

    private List<Long> ids(String query) {
        List<Long> ids = new ArrayList<>();
        inspector
                .get("/api/search?size=200&" + query)
                .expect(200)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    private static boolean mentions(JsonNode found, long student) {
        for (JsonNode item : found.get("items")) {
            if (item.at("/student/id").asLong() == student) {
                return true;
            }
        }
        return false;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
