package org.guixue.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** One sentence that answers an act, or says why it was not done, on the next page that takes it; the session keeps it. */
@RequestScoped
public class Said {
    private static final String ATTRIBUTE = "org.guixue.said";
    private static final String REFUSAL = "org.guixue.refused";

    @Inject
    HttpServletRequest request;

    public void say(String sentence) {
        request.getSession().setAttribute(ATTRIBUTE, sentence);
    }

    /** Why an act was not done, where the page that asked for it has no form to say it at. */
    public void refuse(String sentence) {
        request.getSession().setAttribute(REFUSAL, sentence);
    }

    /** The sentence, once; empty for none. */
    public String take() {
        return take(ATTRIBUTE);
    }

    /** The refusal, once; empty for none. */
    public String takeRefusal() {
        return take(REFUSAL);
    }

    private String take(String attribute) {
        if (request.getSession().getAttribute(attribute) instanceof String sentence) {
            request.getSession().removeAttribute(attribute);
            return sentence;
        }
        return "";
    }
}
