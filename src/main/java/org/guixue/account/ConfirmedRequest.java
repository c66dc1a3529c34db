package org.guixue.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/**
 * An act that cannot be undone, as the form of {@code page/danger.html} asks for it: with a reason, which is kept beside the
 * name, and with the password once more. One that is refused is answered with its own page, so that the reason is not lost.
 */
@Dependent
public class ConfirmedRequest {
    private final Reauthentication reauthentication;
    private final Caller caller;

    /** Does it and says where to go; never called without a reason and a right password. */
    @FunctionalInterface
    public interface Act {
        Response dueTo(String reason);
    }

    /** The page that asked, again: what was typed and is wrong with it, and the sentence that stands on top. */
    @FunctionalInterface
    public interface Page {
        String shown(Typed typed, String refusal);
    }

    @Inject
    public ConfirmedRequest(Reauthentication reauthentication, Caller caller) {
        this.reauthentication = reauthentication;
        this.caller = caller;
    }

    /** @param unreasoned what is said where the reason is missing */
    public Response answer(DangerRequest asked, String unreasoned, Act act, Page page) {
        String reason = asked.reason();
        try {
            if (reason.isBlank()) {
                throw new ValuesRefused("reason", unreasoned);
            }
            reauthentication.confirm(caller, asked.password());
            return act.dueTo(reason);
        } catch (Refused e) {
            Typed typed = Typed.blank().with("reason", reason);
            return RefusedRequest.shown(e, typed, refusal -> page.shown(typed, refusal));
        }
    }
}
