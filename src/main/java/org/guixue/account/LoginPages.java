package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.page.Csrf;
import org.guixue.page.Senders;

/** 登录与退出. */
@Path("/")
@Controller
@RequestScoped
public class LoginPages {
    @Inject
    SignIn signIn;

    @Inject
    SignInTrail trail;

    @Inject
    Senders senders;

    @Inject
    Models models;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    @GET
    @Path("login")
    public String form(@QueryParam("next") @DefaultValue("/") String next) {
        return show(next, "");
    }

    @POST
    @Path("login")
    public Response signIn(
            @FormParam("username") @DefaultValue("") String username,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("/") String next) {
        try {
            Optional<Account> account = signIn.with(username, password, senders.address(request));
            if (account.isPresent()) {
                PageSession.begin(request, account.get(), clock.instant());
                return Response.seeOther(WantedAddress.of(next)).build();
            }
        } catch (Refused e) {
            models.put("username", username);
            return Response.status(429)
                    .entity(show(next, String.valueOf(e.getMessage())))
                    .build();
        }
        models.put("username", username);
        return Response.status(401).entity(show(next, "用户名或密码不对，请核对后再试。")).build();
    }

    @POST
    @Path("logout")
    public Response signOut() {
        if (request.getAttribute(SignedIn.ATTRIBUTE) instanceof Caller caller) {
            trail.signedOut(caller);
        }
        PageSession.end(request);
        return Response.seeOther(URI.create("/login")).build();
    }

    private String show(String next, String refusal) {
        models.put("next", WantedAddress.of(next).toString());
        models.put("refusal", refusal);
        Csrf.begin(request);
        return "account/login.html";
    }
}
