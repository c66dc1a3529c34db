package org.guixue.signing;

/** The office has no key to seal with: none was made, its file cannot be opened, or its certificate is revoked. */
public final class NoSealKey extends RuntimeException {
    private final String officeCode;

    NoSealKey(String officeCode, String why) {
        super("no seal key for office " + officeCode + ": " + why);
        this.officeCode = officeCode;
    }

    NoSealKey(String officeCode, Exception cause) {
        super("no seal key for office " + officeCode + ": " + cause.getMessage(), cause);
        this.officeCode = officeCode;
    }

    public String officeCode() {
        return officeCode;
    }
}
