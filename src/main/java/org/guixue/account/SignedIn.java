package org.guixue.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import org.guixue.Refused;
import org.guixue.access.Caller;

/**
 * Gives web classes the {@link Caller} of the request. Inject it only into classes that live as long as one request;
 * everything else takes the caller as an argument.
 */
@ApplicationScoped
public class SignedIn {
    static final String ATTRIBUTE = "org.guixue.caller";

    @Produces
    @Dependent
    Caller caller(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new Refused(Refused.Reason.FORBIDDEN, "需要登录后才能访问。");
    }
}
