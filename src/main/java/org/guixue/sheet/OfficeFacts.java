package org.guixue.sheet;

import java.util.Map;
import java.util.Set;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.form.SubjectKind;

/**
 * What the office is called and where it lies: whoever fills a paper in does not decide it. Of an agreement between offices its
 * own name is one of these; elsewhere a blank that begins with it may name others beside it (劝返单位).
 */
final class OfficeFacts {
    private static final Set<String> PATHS = Set.of("issuer.bureau", "region.province", "region.city", "region.county");

    private OfficeFacts() {}

    static boolean decide(Form form, Field field) {
        return field.from()
                .filter(path ->
                        PATHS.contains(path) || (path.equals("issuer.name") && form.about() == SubjectKind.OFFICE))
                .isPresent();
    }

    /** What is said of a typed value that is another one. */
    static String refusal(Field field, Map<String, Object> known) {
        return "“%s”应为“%s”，由单位资料决定，不能另填；请删去所填的。单位资料有误的，请由教育局更正".formatted(field.label(), known.get(field.name()));
    }
}
