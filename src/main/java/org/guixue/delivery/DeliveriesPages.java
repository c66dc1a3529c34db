package org.guixue.delivery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.page.Typed;

/** 登记送达 of all that the caller's office has issued and nobody has delivered. */
@Path("/deliveries")
@Controller
@RequestScoped
public class DeliveriesPages extends DeliveryListPages {
    @Inject
    private Undelivered undelivered;

    @Inject
    private Caller caller;

    @GET
    public String list() {
        return blank();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(MultivaluedMap<String, String> posted) {
        return recorded(Typed.of(posted));
    }

    @Override
    protected List<Instrument> papers() {
        return undelivered.of(caller);
    }

    @Override
    protected String path() {
        return "/deliveries";
    }

    @Override
    protected String then() {
        return path();
    }
}
