package org.guixue.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.guixue.page.Csrf;

/**
 * What a browser's session knows: the account's id and version. Any change of the account ends its sessions at their next
 * request, except the one that {@link #begin} renews.
 */
final class PageSession {
    private static final String ATTRIBUTE = "org.guixue.account";

    private record Ticket(long account, long version) implements Serializable {}

    private PageSession() {}

    /** Signs in: the session gets a new id and names the account. */
    static void begin(HttpServletRequest request, Account account) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        Csrf.renew(request);
        session.setAttribute(ATTRIBUTE, new Ticket(account.id(), account.version()));
    }

    static Optional<Account> account(HttpServletRequest request, Accounts accounts) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Ticket ticket)) {
            return Optional.empty();
        }
        Optional<Account> account =
                accounts.find(ticket.account()).filter(found -> found.version() == ticket.version() && !found.closed());
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
