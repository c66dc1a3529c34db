package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guixue.Forbidden;
import org.guixue.Refused;
import org.guixue.access.Role;
import org.guixue.page.Csrf;
import org.guixue.page.Entrance;
import org.guixue.page.ErrorPage;
import org.guixue.page.Problem;
import org.guixue.page.SecurityHeaders;
import org.guixue.page.Senders;
import org.guixue.page.Shell;

/**
 * The one way in (http.md, Sign-in). Everything asks for an account but the few public addresses. Pages: the session.
 * {@code /api}: HTTP Basic, or the session together with a fitting {@code X-CSRF-TOKEN}. Not signed in is 401 for the API,
 * without a Basic challenge for a browser's own fetches, and for pages a redirect to {@code /login}; a form's one takes along
 * what was typed.
 */
@ApplicationScoped
public class Gate implements HttpAuthenticationMechanism {
    private static final Set<String> PUBLIC = Set.of(
            "/login",
            "/login/resume",
            "/session",
            "/verify",
            "/api/verify",
            "/tasks.ics",
            "/error",
            "/favicon.ico",
            "/authority.crl",
            "/authority.crt");
    private static final Set<String> BUREAU_ONLY = Set.of("/metrics");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Pattern SESSION_IN_ADDRESS = Pattern.compile("(?i);\\s*jsessionid");
    private static final Set<String> PUBLIC_FOLDERS = Set.of("/static/", "/v/", "/V/", "/health/");

    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    @Inject
    Remembered remembered;

    @Inject
    ErrorPage errors;

    @Inject
    Senders senders;

    @Inject
    Entrance entrance;

    @Inject
    Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        SecurityHeaders.apply(response);
        SecurityHeaders.applyTransport(response, entrance);
        try {
            refuseSessionInAddress(request);
            Optional<Account> account =
                    Csrf.isApi(request) ? forApi(request) : PageSession.account(request, accounts, clock.instant());
            if (account.isPresent()) {
                return enter(account.get(), request, response, context);
            }
            return isPublic(Csrf.path(request)) ? context.doNothing() : turnAway(request, response);
        } catch (Refused e) {
            return answer(Problem.of(e), request, response);
        }
    }

    private AuthenticationStatus enter(
            Account account, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        request.setAttribute(SignedIn.ATTRIBUTE, account.callingFrom(senders.address(request)));
        if (BUREAU_ONLY.contains(Csrf.path(request)) && account.role() != Role.BUREAU) {
            throw new Forbidden("只有教育局账号可以查看运行状况");
        }
        if (account.mustChangePassword()) {
            request.setAttribute(Shell.CONFINED, true);
        }
        if (account.mustChangePassword() && !isOpenBeforeChange(Csrf.path(request))) {
            if (Csrf.isApi(request)) {
                throw new Refused(Refused.Reason.FORBIDDEN, "这个账号的一次性密码还没有修改；请先在页面上登录并修改密码。");
            }
            return redirect("/account/password", response);
        }
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(account.username()), Set.of(account.role().name()));
    }

    private Optional<Account> forApi(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            refuseForeignWrite(request);
            request.setAttribute(Reauthentication.BY_BASIC, true);
            return basic(header.substring(6).strip(), senders.address(request));
        }
        return Csrf.fits(request, request.getHeader(Csrf.HEADER))
                ? PageSession.account(request, accounts, clock.instant())
                : Optional.empty();
    }

    /** A browser sends Basic credentials that it keeps with what a foreign page posts, too, and says where that came from. */
    private static void refuseForeignWrite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site) && !READING.contains(request.getMethod())) {
            throw new Refused(Refused.Reason.FORBIDDEN, "这个请求来自别的网站，没有做任何改动；请在本系统的页面上操作。");
        }
    }

    /** The id of a session stands in its cookie only: in an address it is seen, kept and passed on. */
    private static void refuseSessionInAddress(HttpServletRequest request) {
        if (request.isRequestedSessionIdFromURL()
                || SESSION_IN_ADDRESS.matcher(request.getRequestURI()).find()) {
            throw new Refused(Refused.Reason.MALFORMED, "地址里不能带会话编号，请去掉分号以后的部分再打开。");
        }
    }

    private Optional<Account> basic(String encoded, String address) {
        String credentials;
        try {
            credentials = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = credentials.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        signIn.refuseLocked(credentials.substring(0, colon), address);
        Optional<Account> known = remembered.find(credentials, accounts);
        if (known.isPresent()) {
            return known;
        }
        Optional<Account> account =
                signIn.with(credentials.substring(0, colon), credentials.substring(colon + 1), address);
        account.ifPresent(found -> remembered.keep(credentials, found));
        return account;
    }

    private AuthenticationStatus turnAway(HttpServletRequest request, HttpServletResponse response) {
        if (Csrf.isApi(request)) {
            boolean browserFetch = request.getHeader("Sec-Fetch-Mode") != null
                    || request.getHeader(Csrf.HEADER) != null
                    || request.getHeader("X-Requested-With") != null;
            if (!browserFetch) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Guixue\", charset=\"UTF-8\"");
            }
            return answer(Problem.of(401), request, response);
        }
        if (postsForm(request)) {
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader("Location", Csrf.resume(request));
            return AuthenticationStatus.SEND_CONTINUE;
        }
        String wanted = "GET".equals(request.getMethod()) ? Csrf.address(request) : "/";
        return redirect(
                wanted.equals("/") ? "/login" : "/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8),
                response);
    }

    /** Whether a page of ours posts what somebody has typed; signing out needs no session. */
    private static boolean postsForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        return "POST".equals(request.getMethod())
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"))
                && request.getHeader(Csrf.HEADER) == null
                && !Csrf.isStrange(request)
                && !Csrf.path(request).equals("/logout");
    }

    /** Without the host, which a proxy in front may know better. */
    private static AuthenticationStatus redirect(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        try {
            errors.send(problem, request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(String path) {
        return PUBLIC.contains(path) || PUBLIC_FOLDERS.stream().anyMatch(path::startsWith);
    }

    private static boolean isOpenBeforeChange(String path) {
        return path.equals("/account/password") || path.equals("/logout") || isPublic(path);
    }
}
