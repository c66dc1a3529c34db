package org.guixue.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the form of {@code page/danger.html} asks for: a reason, and the password once more. */
public class DangerRequest {
    @FormParam("reason")
    @DefaultValue("")
    private String reason = "";

    @FormParam("password")
    @DefaultValue("")
    private String password = "";

    /** Where the act itself is the reason, and the form asks for the password alone. */
    public static DangerRequest because(String reason, String password) {
        DangerRequest asked = new DangerRequest();
        asked.reason = reason;
        asked.password = password;
        return asked;
    }

    String reason() {
        return reason;
    }

    String password() {
        return password;
    }
}
