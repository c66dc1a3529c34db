package org.guixue.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guixue.page.Csrf;

/**
 * What a browser's session knows: the account's id and version. Any change of the account ends its sessions at their next
 * request, except the one that {@link #begin} renews.
 */
final class PageSession {
    private static final String ATTRIBUTE = "org.guixue.account";

    /** A session ends this long after the sign-in, however busy; idle ones end after 30 minutes (web.xml). */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** What was found at the sign-in. */
    record Ticket(long account, long version, Instant since) implements Serializable {
        boolean fits(Account found, Instant now) {
            return found.version() == version && now.isBefore(since.plus(LONGEST));
        }
    }

    private PageSession() {}

    /** Signs in: the session gets a new id and names the account. */
    static void begin(HttpServletRequest request, Account account, Instant now) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        Csrf.renew(request);
        session.setAttribute(ATTRIBUTE, new Ticket(account.id(), account.version(), now));
    }

    static Optional<Account> account(HttpServletRequest request, Accounts accounts, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Ticket ticket)) {
            return Optional.empty();
        }
        Optional<Account> account =
                accounts.find(ticket.account()).filter(found -> ticket.fits(found, now) && accounts.isOpen(found));
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
