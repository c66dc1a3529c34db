package org.guixue.form;

/** Where a form comes from and its name there, written {@code haikou/home-visit-record}. */
public record FormId(String jurisdiction, String name) {
    private static final String PART = "[a-z][a-z0-9-]{0,59}";

    public FormId {
        if (!jurisdiction.matches(PART) || !name.matches(PART)) {
            throw new IllegalArgumentException(
                    "expected jurisdiction/form in lower-case letters, digits and hyphens, found: " + jurisdiction + "/"
                            + name);
        }
    }

    public static FormId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected jurisdiction/form, found: " + text);
        }
        return new FormId(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return jurisdiction + "/" + name;
    }
}
