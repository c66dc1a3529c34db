package org.guixue.page;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import org.guixue.Refused;
import org.guixue.ValuesRefused;

/** Answers a refused form with its own page, so that nothing typed is lost; what must not be known stays an error page. */
public final class RefusedRequest {
    private static final Set<Refused.Reason> ELSEWHERE =
            Set.of(Refused.Reason.NOT_FOUND, Refused.Reason.FORBIDDEN, Refused.Reason.NO_SPACE);

    private RefusedRequest() {}

    /** Whether nothing on the form could be filled in otherwise: what must not be known, or a full disk. */
    public static boolean isNoMatterOfTheForm(Refused refusal) {
        return ELSEWHERE.contains(refusal.reason());
    }

    /** @param page the page's name, given the sentence that stands on top; empty where each error stands at its field */
    public static Response shown(Refused refusal, Typed typed, Function<String, String> page) {
        if (isNoMatterOfTheForm(refusal)) {
            throw refusal;
        }
        if (refusal instanceof ValuesRefused values) {
            typed.refused(values);
        }
        int status =
                switch (refusal.reason()) {
                    case VALUES -> 422;
                    case LOCKED -> 429;
                    case UNAVAILABLE -> 503;
                    default -> 409;
                };
        String sentence = refusal instanceof ValuesRefused ? "" : String.valueOf(refusal.getMessage());
        return Response.status(status).entity(page.apply(sentence)).build();
    }
}
