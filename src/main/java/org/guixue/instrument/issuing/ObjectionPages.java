package org.guixue.instrument.issuing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.Forbidden;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Objections;
import org.guixue.instrument.Reading;
import org.guixue.page.Said;

/** 异议: whoever is named as signatory stands against what went out without them. */
@Path("/instruments/{id:\\d{1,18}}/objection")
@RequestScoped
public class ObjectionPages {
    @Inject
    private Objections objections;

    @Inject
    private Reading reading;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Controller
    public String ask(@PathParam("id") long id) {
        Instrument paper = reading.instrument(caller, id);
        if (!objections.mayObject(caller, paper)) {
            throw new Forbidden("只有未经审批而被列为签发人的本人可以提出异议，每份文书一次");
        }
        return page(paper, "", "");
    }

    @POST
    @Controller
    public Response object(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        Instrument paper = reading.instrument(caller, id);
        try {
            objections.object(caller, id, reason);
        } catch (ValuesRefused e) {
            String refusal = e.violations().get(0).message();
            return Response.status(422).entity(page(paper, reason, refusal)).build();
        }
        said.say("已记录您对《" + paper.title() + "》" + paper.serial() + "的异议，并告知经办人和教育局。");
        return Response.seeOther(URI.create("/")).build();
    }

    private String page(Instrument paper, String reason, String refusal) {
        models.put("it", paper);
        models.put("reason", reason);
        models.put("refusal", refusal);
        return "instrument/objection.html";
    }
}
