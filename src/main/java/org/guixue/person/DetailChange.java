package org.guixue.person;

import java.util.ArrayList;
import java.util.List;

/**
 * Says in words which details of a child were put right, without their values. Silent on school, class, categories, which
 * have movements of their own, and on health and disability, which not everybody may know of.
 */
final class DetailChange {
    private DetailChange() {}

    static String between(StudentDetails before, StudentDetails after) {
        List<String> changed = new ArrayList<>();
        for (StudentField field : StudentFields.ALL) {
            boolean told = field.isWritten() && !field.isSensitive();
            boolean other = told
                    ? !before.plain(field).equals(after.plain(field))
                    : field.historic()
                            .filter(part -> !part.apply(before).equals(part.apply(after)))
                            .isPresent();
            if (other) {
                changed.add(field.label());
            }
        }
        return String.join("、", changed);
    }
}
