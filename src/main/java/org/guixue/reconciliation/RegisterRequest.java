package org.guixue.reconciliation;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.util.List;
import org.guixue.page.Upload;

/** The fields of a posted list beside its file. */
final class RegisterRequest {
    private RegisterRequest() {}

    /** Whose register it is: what was typed, what was chosen, or what the address says; empty where nothing does. */
    static String register(List<EntityPart> parts, String inAddress) throws IOException {
        String typed = Upload.text(parts, "other");
        String chosen = typed.isEmpty() ? Upload.text(parts, "register") : typed;
        return chosen.isEmpty() ? inAddress : chosen;
    }
}
