package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;

/** From which network address a request comes. */
@ApplicationScoped
public class Senders {
    public String address(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
