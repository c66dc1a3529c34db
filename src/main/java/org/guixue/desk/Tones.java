package org.guixue.desk;

import org.guixue.instrument.InstrumentState;
import org.guixue.person.StudentState;

/** Which colour a state's badge has; the word beside it says the same. */
final class Tones {
    private Tones() {}

    static String of(InstrumentState state) {
        return switch (state) {
            case RESERVED -> "soon";
            case ISSUED -> "usual";
            case DELIVERED, RETURNED -> "done";
            case VOID -> "void";
        };
    }

    static String of(StudentState state) {
        return switch (state) {
            case ENROLLED -> "usual";
            case AT_RISK, DROPPED_OUT, SUSPENDED, NOT_ENROLLED -> "soon";
            case RETURNED, GRADUATED, TRANSFERRED -> "done";
        };
    }
}
