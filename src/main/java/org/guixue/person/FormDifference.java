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
            boolean shown = withSensitive || !isSensitive(field);
            if (shown && !now.apply(field).equals(typed.apply(field))) {
                found.add(new FormDifference(field, label, now.apply(field), typed.apply(field)));
            }
        });
        return List.copyOf(found);
    }

    private static boolean isSensitive(String input) {
        return StudentFields.ALL.stream()
                .filter(StudentField::isSensitive)
                .anyMatch(field -> input.equals(field.name()) || input.startsWith(field.name() + "."));
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (StudentField field : StudentFields.ALL) {
            if (field.isTyped()) {
                labels.put(field.name(), field.label());
            }
        }
        labels.put("otherPaper.kind", StudentFields.OTHER_PAPER.label());
        for (int i = 0; i < StudentFormRequest.GUARDIANS; i++) {
            labels.put("guardians[" + i + "].name", "监护人" + (i + 1));
            labels.put("guardians[" + i + "].relation", "监护人" + (i + 1) + "的关系");
            labels.put("guardians[" + i + "].phone", "监护人" + (i + 1) + "的电话");
            labels.put("guardians[" + i + "].guardian", "监护人" + (i + 1) + "是否监护人");
        }
        for (StudentField place :
                List.of(StudentFields.RESIDENCE, StudentFields.HOUSEHOLD, StudentFields.ROLL_ADDRESS)) {
            address(labels, place.name(), place.label());
        }
        for (int i = 0; i < StudentFormRequest.MOST_CATEGORIES; i++) {
            labels.put("categories[" + i + "].name", "类别" + (i + 1));
            labels.put("categories[" + i + "].from", "类别" + (i + 1) + "的起始日期");
            labels.put("categories[" + i + "].until", "类别" + (i + 1) + "的截止日期");
        }
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
