package org.guixue.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.guixue.Refused;
import org.guixue.TooLarge;
import org.guixue.Unavailable;

/**
 * Takes every body in before anybody parses it: how often its sender comes and its length are looked at first, a few at a
 * time are spooled, slow ones are cut off, and the parts of an upload are counted. Who is signed in and who is not have turns
 * of their own, so that strangers take none away; text that came with its headers needs none.
 */
@WebFilter("/*")
public class Intake extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final transient Turns files = new Turns(8, 4, Duration.ofSeconds(20));
    private final transient Turns strangersFiles = new Turns(6, 3, Duration.ofSeconds(5));
    private final transient Turns texts = new Turns(32, 16, Duration.ofSeconds(5));
    private final transient Turns strangersTexts = new Turns(256, 256, Duration.ofSeconds(1));

    @Inject
    private transient ErrorPage errors;

    @Inject
    private transient SendersRate rate;

    @Inject
    private transient Senders senders;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean file = Allowance.isMultipart(request);
        String sender = sender(request);
        Turns turns = turns(file, request.getUserPrincipal() != null);
        try (Spool spool = new Spool()) {
            HttpServletRequest whole;
            boolean taken = false;
            try {
                Allowance allowance = admitted(request, file);
                taken = needsTurn(request, file) && turn(turns, sender);
                whole = whole(request, allowance, spool);
            } catch (Refused | WebApplicationException e) {
                if (taken) {
                    turns.giveBack(sender);
                }
                refuse(e, request, response);
                return;
            }
            try {
                chain.doFilter(whole, response);
            } finally {
                if (taken) {
                    turns.giveBack(sender);
                }
            }
        }
    }

    private String sender(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? senders.address(request)
                : request.getUserPrincipal().getName();
    }

    private Turns turns(boolean file, boolean signedIn) {
        if (file) {
            return signedIn ? files : strangersFiles;
        }
        return signedIn ? texts : strangersTexts;
    }

    /** Rate and length, in this order. */
    private Allowance admitted(HttpServletRequest request, boolean file) {
        if (file && request.getUserPrincipal() == null) {
            rate.count(senders.address(request));
        }
        Allowance allowance = Allowance.of(request);
        if (request.getContentLengthLong() > allowance.bytes()) {
            throw new TooLarge(allowance.tooLarge());
        }
        return allowance;
    }

    private static boolean needsTurn(HttpServletRequest request, boolean file) throws IOException {
        long length = request.getContentLengthLong();
        return file || length < 0 || request.getInputStream().available() < length;
    }

    private static boolean turn(Turns turns, String sender) {
        if (!turns.take(sender)) {
            throw new Unavailable("同时上传的内容太多，这份没有收下，请过一会儿再提交");
        }
        return true;
    }

    private static boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
    }

    private static HttpServletRequest whole(HttpServletRequest request, Allowance allowance, Spool spool)
            throws IOException {
        new Reception(allowance).take(request.getInputStream(), spool);
        if (isForm(request)) {
            try (InputStream body = spool.open()) {
                PercentEscapes.check(body);
            }
        }
        if (Allowance.isMultipart(request)) {
            try (InputStream body = spool.open()) {
                new MultipartBounds(request.getContentType(), allowance.parts()).check(body);
            }
        }
        return new SpooledRequest(request, spool);
    }

    /** What has not come yet will not be read: the connection ends with the answer. */
    private void refuse(RuntimeException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityHeaders.apply(response);
        response.setHeader("Connection", "close");
        errors.send(Problem.of(why), request, response);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
