package org.guixue;

import java.util.Map;

/**
 * What was asked cannot be done, and why: a sentence in Chinese for the person who asked, which names the rule and the way
 * out and nothing else. Nothing has been changed when it is thrown. The HTTP status follows from the reason, in one place
 * ({@code page.Faults}).
 */
public class Refused extends RuntimeException {
    /** Kinds of refusal. */
    public enum Reason {
        /** The request itself cannot be read. */
        MALFORMED,
        /** The role does not permit it. */
        FORBIDDEN,
        /** There is none, or none that the caller may know of. */
        NOT_FOUND,
        /** Something else stands against it, such as a state or a key already used. */
        CONFLICT,
        /** Someone else changed it meanwhile. */
        STALE,
        TOO_LARGE,
        /** Of a kind that is not accepted here. */
        UNSUPPORTED,
        /** The values do not fit the rules. */
        VALUES,
        /** Too many attempts. */
        LOCKED,
        NO_SPACE,
        /** A part that is needed does not work at the moment. */
        UNAVAILABLE
    }

    private final Reason reason;

    public Refused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Refused(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Further members of the problem document (RFC 9457), such as {@code violations}. */
    public Map<String, Object> members() {
        return Map.of();
    }
}
