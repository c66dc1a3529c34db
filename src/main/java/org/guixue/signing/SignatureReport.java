package org.guixue.signing;

import java.util.List;

/** What the checking of a file found, in the order of checking. A check that was not reached counts as not passed. */
public record SignatureReport(List<Check> checks) {
    public SignatureReport {
        checks = List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** One question, its answer, and the reason in a Chinese sentence without personal data. */
    public record Check(String name, boolean passed, String detail) {}
}
