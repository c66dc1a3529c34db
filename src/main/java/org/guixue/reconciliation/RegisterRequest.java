package org.guixue.reconciliation;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of a posted list beside its file. */
final class RegisterRequest {
    private static final int LONGEST_BYTES = 400;

    private RegisterRequest() {}

    /** Whose register it is: what was typed, what was chosen, or what the address says; empty where nothing does. */
    static String register(List<EntityPart> parts, String inAddress) throws IOException {
        String typed = field(parts, "other");
        String chosen = typed.isEmpty() ? field(parts, "register") : typed;
        return chosen.isEmpty() ? inAddress : chosen;
    }

    private static String field(List<EntityPart> parts, String name) throws IOException {
        for (EntityPart part : parts) {
            if (part.getName().equals(name) && part.getFileName().isEmpty()) {
                try (InputStream content = part.getContent()) {
                    return new String(content.readNBytes(LONGEST_BYTES), StandardCharsets.UTF_8).strip();
                }
            }
        }
        return "";
    }
}
