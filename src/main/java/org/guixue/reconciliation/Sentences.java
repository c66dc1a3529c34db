package org.guixue.reconciliation;

import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;

/** What refusals say, in one line. */
final class Sentences {
    private Sentences() {}

    static String of(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().stream().map(Violation::message).collect(Collectors.joining("；"))
                : String.valueOf(refusal.getMessage());
    }
}
