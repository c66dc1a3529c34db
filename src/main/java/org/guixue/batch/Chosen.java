package org.guixue.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.ValuesRefused;
import org.guixue.person.Student;

/**
 * Whom the papers are for: children of the roster, each once, and those who were named and are not to be had.
 *
 * @param values what stands on one child's paper alone, by its id
 */
record Chosen(List<Student> children, List<Missed> missed, Map<Long, Map<String, Object>> values) {
    Chosen {
        children = List.copyOf(children);
        missed = List.copyOf(missed);
        values = new LinkedHashMap<>(values);
    }

    /**
     * Somebody who was named, and why there is no paper for them; in Chinese, with the way out.
     *
     * @param values what was to stand on it
     */
    record Missed(String name, String why, Map<String, Object> values) {
        Missed(String name, String why) {
            this(name, why, Map.of());
        }
    }

    /**
     * The same children with other words for some, which win.
     *
     * @throws ValuesRefused for words about somebody else
     */
    Chosen with(Map<Long, Map<String, Object>> each) {
        Map<Long, Map<String, Object>> all = new LinkedHashMap<>(values);
        Set<Long> ids = children.stream().map(Student::id).collect(Collectors.toSet());
        each.forEach((child, words) -> {
            if (!ids.contains(child)) {
                throw new ValuesRefused("each." + child, "选出的学生里没有编号%d，请核对".formatted(child));
            }
            Map<String, Object> both = new LinkedHashMap<>(all.getOrDefault(child, Map.of()));
            both.putAll(words);
            all.put(child, both);
        });
        return new Chosen(children, missed, all);
    }

    /** @throws ValuesRefused where nobody was chosen */
    void expectSomebody() {
        if (size() == 0) {
            throw new ValuesRefused("students", "没有选出学生，请勾选、粘贴名单，或放宽筛选条件");
        }
    }

    int size() {
        return children.size() + missed.size();
    }

    Map<String, Object> of(Student child) {
        return values.getOrDefault(child.id(), Map.of());
    }
}
