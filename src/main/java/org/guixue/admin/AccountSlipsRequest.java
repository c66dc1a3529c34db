package org.guixue.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.guixue.account.HandedOut;

/** Passwords that were handed out wait here, in the session of who asked for them, for the one page that shows them. */
record AccountSlipsRequest(List<HandedOut> slips) implements Serializable {
    private static final String KEPT = "org.guixue.slips";

    AccountSlipsRequest {
        slips = new ArrayList<>(slips);
    }

    static void keep(HttpServletRequest request, List<HandedOut> slips) {
        request.getSession().setAttribute(KEPT, new AccountSlipsRequest(slips));
    }

    /** Those that were not shown yet, this one time. */
    static List<HandedOut> take(HttpServletRequest request) {
        if (request.getSession().getAttribute(KEPT) instanceof AccountSlipsRequest kept) {
            request.getSession().removeAttribute(KEPT);
            return List.copyOf(kept.slips());
        }
        return List.of();
    }
}
