package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.page.Csrf;

/** What an open page asks before it sends a form: whether somebody is still signed in, who, and the token that fits now. */
@Path("/session")
@RequestScoped
public class SessionPages {
    @Context
    private HttpServletRequest request;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response now() {
        String account = request.getAttribute(SignedIn.ATTRIBUTE) instanceof Caller caller ? caller.username() : "";
        return Response.status(account.isEmpty() ? 401 : 200)
                .entity(new Now(account, Csrf.token(request)))
                .build();
    }

    /** Who is signed in, empty for nobody, and the token that fits. */
    public record Now(String account, String csrf) {}
}
