package org.guixue.form;

/** The domain types of a field (forms.md); each has its own check and its own way to stand on paper. */
public enum FieldType {
    TEXT("text"),
    PARAGRAPH("paragraph"),
    NAME("name"),
    NATIONAL_ID("nationalId"),
    STUDENT_NUMBER("studentNumber"),
    DATE("date"),
    MONTH("month"),
    PHONE("phone"),
    ADDRESS("address"),
    CHOICE("choice"),
    FLAGS("flags"),
    NUMBER("number"),
    PERCENT("percent"),
    PHOTOS("photos"),
    TABLE("table"),
    SIGNATURE("signature");

    private final String json;

    FieldType(String json) {
        this.json = json;
    }

    /** The name in form.json. */
    public String json() {
        return json;
    }

    public static FieldType parse(String json) {
        for (FieldType type : values()) {
            if (type.json.equals(json)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown field type: " + json);
    }
}
