package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.delivery.DeliveryListPages;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Reading;
import org.guixue.page.Typed;

/** 登记送达 of all papers of a batch. */
@Path("/batches/{id:\\d{1,18}}/deliveries")
@Controller
@RequestScoped
public class HandedOutPages extends DeliveryListPages {
    @Inject
    private BatchPapers batches;

    @Inject
    private Reading reading;

    @Inject
    private Caller caller;

    @PathParam("id")
    private long id;

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
        return batches.of(caller, id).stream()
                .map(paper -> reading.instrument(caller, paper))
                .toList();
    }

    @Override
    protected String path() {
        return then() + "/deliveries";
    }

    @Override
    protected String then() {
        return "/batches/" + id;
    }
}
