package org.guixue.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a delivery ended. Whether a period runs from it says the jurisdiction ({@link ReceiptRules}). */
public enum DeliveryOutcome {
    GUARDIAN("监护人签收"),
    /** By an adult of the household, or somebody whom the guardian has authorised. */
    PROXY("他人代收"),
    /** 留置送达: refused and left there, before a witness. */
    LEFT("留置送达"),
    POST("邮寄送达"),
    FAILED("未能送达");

    private final String label;

    DeliveryOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the paper is where it was to go. */
    public boolean arrived() {
        return this != FAILED;
    }

    /** Its name in a jurisdiction's file: {@code receipt-left}. */
    String rule() {
        return "receipt-" + name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryOutcome> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
