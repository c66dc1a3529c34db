package org.guixue.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** One sentence that answers an act on the next page that takes it; the session keeps it until then. */
@RequestScoped
public class Said {
    private static final String ATTRIBUTE = "org.guixue.said";

    @Inject
    HttpServletRequest request;

    public void say(String sentence) {
        request.getSession().setAttribute(ATTRIBUTE, sentence);
    }

    /** The sentence, once; empty for none. */
    public String take() {
        if (request.getSession().getAttribute(ATTRIBUTE) instanceof String sentence) {
            request.getSession().removeAttribute(ATTRIBUTE);
            return sentence;
        }
        return "";
    }
}
