package org.guixue.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where a form as it was typed and the roster as it is now say different things, for whoever typed it while somebody else
 * saved. Whole numbers never stand in the form, so they are not compared.
 *
 * @param field the field's name in the form
 */
public record FormDifference(String field, String label, String now, String typed) {
    private static final Map<String, String> LABELS = labels();

    /**
     * @param now what the roster says, by the fields' names
     * @param typed what was typed, by the fields' names
     * @param withSensitive whether health and disability stand in the form
     */
    static List<FormDifference> between(UnaryOperator<String> now, UnaryOperator<String> typed, boolean withSensitive) {
        List<FormDifference> found = new ArrayList<>();
        LABELS.forEach((field, label) -> {
            boolean shown = withSensitive || !(field.startsWith("health") || field.startsWith("disability"));
            if (shown && !now.apply(field).equals(typed.apply(field))) {
                found.add(new FormDifference(field, label, now.apply(field), typed.apply(field)));
            }
        });
        return List.copyOf(found);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", "姓名");
        labels.put("sex", "性别");
        labels.put("bornOn", "出生日期");
        labels.put("ethnicity", "民族");
        labels.put("noIdReason", "没有身份证号的原因");
        labels.put("otherPaper.kind", "其他证件");
        labels.put("grade", "年级");
        labels.put("schoolClass", "班级");
        labels.put("headTeacher", "班主任");
        labels.put("headTeacherPhone", "班主任电话");
        for (int i = 0; i < StudentFormRequest.GUARDIANS; i++) {
            labels.put("guardians[" + i + "].name", "监护人" + (i + 1));
            labels.put("guardians[" + i + "].relation", "监护人" + (i + 1) + "的关系");
            labels.put("guardians[" + i + "].phone", "监护人" + (i + 1) + "的电话");
        }
        address(labels, "residence", "现住址");
        address(labels, "household", "户籍地");
        address(labels, "rollAddress", "学籍地");
        for (int i = 0; i < StudentFormRequest.MOST_CATEGORIES; i++) {
            labels.put("categories[" + i + "].name", "类别" + (i + 1));
            labels.put("categories[" + i + "].from", "类别" + (i + 1) + "的起始日期");
            labels.put("categories[" + i + "].until", "类别" + (i + 1) + "的截止日期");
        }
        labels.put("health", "健康状况");
        labels.put("disability.kind", "残疾类别");
        labels.put("disability.grade", "残疾等级");
        labels.put("disability.remark", "残疾说明");
        return labels;
    }

    private static void address(Map<String, String> labels, String field, String label) {
        labels.put(field + ".province", label + "（省）");
        labels.put(field + ".city", label + "（市）");
        labels.put(field + ".county", label + "（县）");
        labels.put(field + ".township", label + "（乡镇）");
        labels.put(field + ".detail", label + "（村、门牌）");
    }
}
