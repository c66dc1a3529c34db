package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.page.Csrf;
import org.guixue.page.Senders;

/**
 * Where a form goes that was posted after its session had ended. The page asks for the password and holds what was posted;
 * the sign-in then sends the browser on to the form's own address with the same body (307). Somebody who has signed in again
 * meanwhile only says that it is to go on.
 */
@Path("/login/resume")
@Controller
@RequestScoped
public class ResumePages {
    @Inject
    private SignIn signIn;

    @Inject
    private Senders senders;

    @Inject
    private Models models;

    @Inject
    private Clock clock;

    @Context
    private HttpServletRequest request;

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response resume(
            @QueryParam("next") @DefaultValue("/") String next,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String type,
            InputStream body)
            throws IOException {
        String path = WantedAddress.of(next).toString();
        Interrupted posted = Interrupted.read(body, type);
        Optional<String> username = posted.text(Interrupted.OURS + "username");
        String token = posted.text(Csrf.FIELD).orElse("");
        if (username.isEmpty() || !Csrf.fits(request, token)) {
            return page(401, path, posted, username.orElse(""), "");
        }
        String password = posted.text(Interrupted.OURS + "password").orElse("");
        try {
            Optional<Account> account = signIn.with(username.get(), password, senders.address(request));
            if (account.isEmpty()) {
                return page(401, path, posted, username.get(), "用户名或密码不对，请核对后再试。");
            }
            PageSession.begin(request, account.get(), clock.instant());
            Csrf.allowOnce(request, token, path);
            return Response.temporaryRedirect(URI.create(path)).build();
        } catch (Refused e) {
            return page(429, path, posted, username.get(), String.valueOf(e.getMessage()));
        }
    }

    private Response page(int status, String path, Interrupted posted, String username, String refusal) {
        boolean signedIn = request.getAttribute(SignedIn.ATTRIBUTE) != null;
        models.put("next", path);
        models.put("posted", posted.kept());
        models.put("files", posted.files());
        models.put(
                "enctype", posted.multipart() ? MediaType.MULTIPART_FORM_DATA : MediaType.APPLICATION_FORM_URLENCODED);
        models.put("username", username);
        models.put("refusal", refusal);
        models.put("signedIn", signedIn);
        Csrf.begin(request);
        return Response.status(signedIn ? 409 : status)
                .entity("account/resume.html")
                .build();
    }
}
