package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The cases of a whole class: opened, each notice delivered, so that each child's week runs, and ended by its return. */
final class ManyClocks {
    private static final int MOST_AT_ONCE = 200;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Client clerk;
    private final Map<Long, Long> cases = new LinkedHashMap<>();

    ManyClocks(Client clerk) {
        this.clerk = clerk;
    }

    /** Opens a case for each child of that class and confirms that it is away. */
    void open(String schoolClass) {
        for (int page = 0, seen = 1; seen > 0; page++) {
            JsonNode children = clerk.get("/api/students?size=200&page=" + page)
                    .expect(200)
                    .json()
                    .get("items");
            seen = children.size();
            for (JsonNode child : children) {
                if (child.path("schoolClass").asText().equals(schoolClass)) {
                    open(child.get("id").asLong());
                }
            }
        }
    }

    private void open(long child) {
        JsonNode opened = clerk.post(
                        "/api/students/" + child + "/case",
                        Map.of(
                                "openedOn",
                                today.minusDays(9).toString(),
                                "reason",
                                "没有到校",
                                "lastDayAttended",
                                today.minusDays(10).toString()))
                .expect(201)
                .json();
        cases.put(child, opened.get("id").asLong());
        happen(child, Map.of("kind", "CONFIRMED", "on", today.minusDays(5).toString(), "words", "入户核实，没有在读"));
    }

    private void happen(long child, Map<String, String> event) {
        clerk.post("/api/cases/" + cases.get(child) + "/events", event).expect(201);
    }

    /** From now on each child's week runs, and no other's. */
    void deliver(Collection<Long> papers) {
        List<Long> left = new ArrayList<>(papers);
        while (!left.isEmpty()) {
            List<Long> some = left.subList(0, Math.min(MOST_AT_ONCE, left.size()));
            JsonNode said = clerk.post(
                            "/api/deliveries",
                            Map.of(
                                    "deliveredOn",
                                    today.toString(),
                                    "outcome",
                                    "GUARDIAN",
                                    "deliverers",
                                    List.of("林晓芳", "陈志强"),
                                    "deliveries",
                                    some.stream()
                                            .map(paper -> Map.of("instrument", paper, "receiver", "王建国"))
                                            .toList()))
                    .expect(200)
                    .json();
            assertEquals(
                    some.size(),
                    said.get("recorded").asInt(),
                    said.get("refused").toString());
            some.clear();
        }
        assertEquals(cases.keySet(), running(), "whose week runs");
    }

    /** Every child comes back; no week runs any more. */
    void comeBack() {
        cases.keySet()
                .forEach(child -> happen(
                        child,
                        Map.of(
                                "kind",
                                "RETURNED",
                                "on",
                                today.toString(),
                                "grade",
                                "四年级",
                                "schoolClass",
                                "77班",
                                "classForm",
                                "随班就读")));
        assertEquals(Set.of(), running(), "whose week runs still");
    }

    private Set<Long> running() {
        Set<Long> running = new TreeSet<>();
        for (int page = 0, seen = 1; seen > 0; page++) {
            JsonNode tasks = clerk.get("/api/tasks?size=200&page=" + page)
                    .expect(200)
                    .json()
                    .get("items");
            seen = tasks.size();
            for (JsonNode task : tasks) {
                if (task.get("rule").asText().equals("return-week")) {
                    running.add(task.at("/about/student").asLong());
                }
            }
        }
        return running.stream().filter(cases::containsKey).collect(Collectors.toCollection(TreeSet::new));
    }
}
