package org.guixue.form;

/** The domain types of a field (forms.md); each has its own check and its own way to stand on paper. */
public enum FieldType {
    TEXT("text", 100),
    PARAGRAPH("paragraph", 2_000),
    NAME("name", 50),
    NATIONAL_ID("nationalId", 18),
    STUDENT_NUMBER("studentNumber", 19),
    DATE("date", 10),
    MONTH("month", 7),
    PHONE("phone", 30),
    ADDRESS("address", 200),
    CHOICE("choice", 40),
    FLAGS("flags", 20),
    NUMBER("number", 999_999_999),
    PERCENT("percent", 100),
    PHOTOS("photos", 6),
    TABLE("table", 100),
    SIGNATURE("signature", 0);

    private final String json;
    private final int max;

    FieldType(String json, int max) {
        this.json = json;
        this.max = max;
    }

    /** The name in form.json. */
    public String json() {
        return json;
    }

    /** The limit where form.json is silent; see {@link Field#max()}. */
    public int defaultMax() {
        return max;
    }

    /** One line or more of free characters. */
    public boolean isText() {
        return this == TEXT || this == PARAGRAPH || this == NAME || this == ADDRESS;
    }

    /** A number that names one person and is masked where nobody gave a reason to see it. */
    public boolean isIdentifier() {
        return this == NATIONAL_ID || this == STUDENT_NUMBER;
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
