package org.guixue.system;

import java.util.LinkedHashMap;
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
