package org.guixue.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;

/**
 * The JSON Schema (2020-12) of a form's values, for callers of the API. It says shapes; check digits and relations between
 * fields only {@link FormCheck} knows. It stays a tree that is built by hand: its {@code properties} are named by the
 * form, and each kind of field has its own words of JSON Schema.
 */
public final class FormSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FormSchema() {}

    public static ObjectNode of(Form form) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:guixue:form:" + form.id() + ":" + form.version());
        schema.put("title", form.title());
        return object(schema, form.fields());
    }

    private static ObjectNode object(ObjectNode schema, List<Field> fields) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field field : fields) {
            if (field.type() == FieldType.SIGNATURE) {
                continue;
            }
            properties.set(field.name(), property(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode property(Field field) {
        ObjectNode property = JSON.objectNode();
        property.put("title", field.label());
        switch (field.type()) {
            case NATIONAL_ID -> property.put("type", "string").put("pattern", "^" + NationalId.SHAPE + "$");
            case STUDENT_NUMBER -> property.put("type", "string").put("pattern", "^(" + StudentNumber.SHAPE + ")$");
            case DATE -> property.put("type", "string").put("format", "date");
            case MONTH -> property.put("type", "string").put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
            case CHOICE -> choices(property.put("type", "string"), field);
            case FLAGS -> choices(list(property).put("uniqueItems", true).putObject("items"), field);
            case PHOTOS ->
                list(property).put("maxItems", field.max()).putObject("items").put("type", "string");
            case NUMBER -> property.put("type", "integer").put("minimum", 0).put("maximum", field.max());
            case PERCENT -> property.put("type", "number").put("minimum", 0).put("maximum", Math.min(100, field.max()));
            case TABLE -> object(list(property).put("maxItems", field.max()).putObject("items"), field.fields());
            default -> property.put("type", "string").put("minLength", 1).put("maxLength", field.max());
        }
        return property;
    }

    private static ObjectNode list(ObjectNode property) {
        return property.put("type", "array");
    }

    private static void choices(ObjectNode schema, Field field) {
        ArrayNode choices = schema.putArray("enum");
        field.choices().forEach(choices::add);
    }
}
