package org.guixue.person;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what came and what went between two lists of categories. */
final class CategoryChange {
    private CategoryChange() {}

    static String between(List<HeldCategory> before, List<HeldCategory> after) {
        List<String> parts = new ArrayList<>();
        say("新增", after, before, parts);
        say("取消", before, after, parts);
        List<HeldCategory> changed = after.stream()
                .filter(held -> !before.contains(held) && names(before).contains(held.name()))
                .toList();
        if (!changed.isEmpty()) {
            parts.add("更改：" + words(changed));
        }
        return String.join("；", parts);
    }

    private static void say(String what, List<HeldCategory> those, List<HeldCategory> notIn, List<String> parts) {
        List<HeldCategory> found = those.stream()
                .filter(held -> !names(notIn).contains(held.name()))
                .toList();
        if (!found.isEmpty()) {
            parts.add(what + "：" + words(found));
        }
    }

    private static List<String> names(List<HeldCategory> all) {
        return all.stream().map(HeldCategory::name).toList();
    }

    private static String words(List<HeldCategory> all) {
        return all.stream().map(CategoryChange::word).collect(Collectors.joining("、"));
    }

    private static String word(HeldCategory held) {
        if (held.from().isEmpty() && held.until().isEmpty()) {
            return held.name();
        }
        String from = held.from().map(Object::toString).orElse("");
        String until = held.until().map(Object::toString).orElse("");
        return "%s（%s至%s）".formatted(held.name(), from, until);
    }
}
