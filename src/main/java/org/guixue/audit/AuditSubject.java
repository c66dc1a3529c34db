package org.guixue.audit;

/**
 * On whom or what somebody acts.
 *
 * @param kind such as {@code student}, {@code instrument}, {@code account}; empty for none
 * @param id the row's id or a number such as the 档号, never a name
 */
public record AuditSubject(String kind, String id) {
    public static final AuditSubject NONE = new AuditSubject("", "");

    public AuditSubject {
        if (!fits(kind, id)) {
            throw new IllegalArgumentException("expected a kind in lower case and an id, found: " + kind + " " + id);
        }
    }

    /** Whether these name a subject. */
    public static boolean fits(String kind, String id) {
        return kind.matches("[a-z-]{0,30}") && id.length() <= 100;
    }

    public static AuditSubject of(String kind, long id) {
        return new AuditSubject(kind, String.valueOf(id));
    }
}
