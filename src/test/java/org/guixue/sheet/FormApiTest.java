package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.page.Wire;
import org.junit.jupiter.api.Test;

class FormApiTest {
    private static final Form VISIT = FormCatalog.load(List.of(Path.of("forms")))
            .form(FormId.parse("haikou/home-visit-record"))
            .orElseThrow();

    @Test
    void answersALineOfAForm() throws Exception {
        assertEquals(line() + "}", Wire.of(FormApi.ListedForm.of(VISIT)));
    }

    @Test
    void answersAWholeFormWithItsLineInFront() throws Exception {
        Field column = field("on", "日期", FieldType.DATE, 10, "", List.of(), List.of());
        assertEquals(
                line()
                        + ",\"issuers\":[\"SCHOOL\"],\"retention\":\"D30\",\"fields\":[{\"name\":\"on\",\"label\":\"日期\","
                        + "\"type\":\"date\",\"required\":false,\"max\":10}],\"schema\":{}}",
                Wire.of(new FormApi.WholeForm(
                        FormApi.ListedForm.of(VISIT),
                        List.of("SCHOOL"),
                        "D30",
                        List.of(FormApi.ShownField.of(column)),
                        JsonNodeFactory.instance.objectNode())));
    }

    @Test
    void leavesOutOfAFieldWhatItHasNot() throws Exception {
        assertEquals(
                "{\"name\":\"seal\",\"label\":\"盖章\",\"type\":\"signature\",\"required\":false}",
                Wire.of(FormApi.ShownField.of(field("seal", "盖章", FieldType.SIGNATURE, 0, "", List.of(), List.of()))));
    }

    @Test
    void saysAllThatAFieldHas() throws Exception {
        Field column = field("on", "日期", FieldType.DATE, 10, "", List.of(), List.of());
        Field table = field("visits", "家访", FieldType.TABLE, 8, "case.visits", List.of("一", "二"), List.of(column));
        assertEquals(
                "{\"name\":\"visits\",\"label\":\"家访\",\"type\":\"table\",\"required\":false,\"from\":\"case.visits\",\"max\":8,"
                        + "\"choices\":[\"一\",\"二\"],\"fields\":[{\"name\":\"on\",\"label\":\"日期\",\"type\":\"date\","
                        + "\"required\":false,\"max\":10}]}",
                Wire.of(FormApi.ShownField.of(table)));
    }

    private static String line() {
        return "{\"id\":\"haikou/home-visit-record\",\"title\":\"" + VISIT.title() + "\",\"kind\":\"" + VISIT.kind()
                + "\",\"version\":" + VISIT.version() + ",\"about\":\"student\",\"approval\":" + VISIT.approval();
    }

    private static Field field(
            String name, String label, FieldType type, int max, String from, List<String> choices, List<Field> fields) {
        return new Field(
                name,
                label,
                type,
                false,
                max,
                Optional.of(from).filter(path -> !path.isEmpty()),
                choices,
                Optional.empty(),
                Optional.empty(),
                false,
                fields);
    }
}
