package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of {@code POST /api/instruments} for the four forms, as a program would send them. */
final class Orders {
    private Orders() {}

    static Map<String, Object> notice(long student) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("absentFrom", "2026-10-12");
        values.put("efforts", "班主任电话联系两次，上门走访一次");
        return order("shangtianti/persuasion-notice", "student", student, values);
    }

    static Map<String, Object> homeVisit(long student) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("visitedOn", "2026-11-02");
        values.put("conversation", "向家长宣讲义务教育法，家长表示理解，同意送孩子返校。");
        values.put("parentOpinion", "同意。");
        return order("haikou/home-visit-record", "student", student, values);
    }

    /** A home visit of each of the first so many children of a clerk, made today and issued. */
    static List<JsonNode> homeVisits(Client clerk, int count) {
        List<JsonNode> papers = new ArrayList<>();
        for (JsonNode child :
                clerk.get("/api/students?size=" + count).expect(200).json().get("items")) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("visitedOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
            values.put("residence", "示范省示范市示范县东山镇桥头村1号");
            values.put("conversation", "了解学生在家学习情况。");
            Map<String, Object> order =
                    order("haikou/home-visit-record", "student", child.get("id").asLong(), values);
            papers.add(clerk.post("/api/instruments", order).expect(201).json());
        }
        return papers;
    }

    /** Notices to all of a class of the fourth year that were absent for nine days. */
    static Map<String, Object> notices(String schoolClass) {
        return Map.of(
                "form",
                "shangtianti/persuasion-notice",
                "filter",
                Map.of("grade", "四年级", "schoolClass", schoolClass),
                "values",
                Map.of(
                        "absentFrom",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(9).toString(),
                        "efforts",
                        "班主任电话联系两次",
                        "contact",
                        "林晓芳"));
    }

    static Map<String, Object> registration(long caseId) {
        return order("jiangxi/dropout-registration", "case", caseId, new LinkedHashMap<>());
    }

    static Map<String, Object> agreement(long office) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("secondParty", "一年级2班班主任林晓芳");
        values.put("enrolment", 100);
        values.put("retained", 99.5);
        values.put("dropout", 0);
        values.put("validFrom", "2026-09-01");
        values.put("validUntil", "2027-08-31");
        values.put("copyCount", 2);
        values.put("eachHolds", 1);
        return order("national/duty-agreement", "office", office, values);
    }

    private static Map<String, Object> order(String form, String about, long subject, Map<String, Object> values) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("form", form);
        order.put(about, subject);
        order.put("values", values);
        return order;
    }
}
