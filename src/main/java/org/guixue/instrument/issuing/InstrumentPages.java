package org.guixue.instrument.issuing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.account.ConfirmedRequest;
import org.guixue.account.DangerRequest;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Voiding;
import org.guixue.page.ByteRange;
import org.guixue.page.Said;
import org.guixue.page.Typed;
import org.jspecify.annotations.Nullable;

/** The issued papers: picture, file, facts, history, taking back. */
@Path("/instruments")
@RequestScoped
public class InstrumentPages {
    private static final String REFRESH_SECONDS = "3";

    @Inject
    private Reading reading;

    @Inject
    private Voiding voiding;

    @Inject
    private ConfirmedRequest confirmed;

    @Inject
    private InstrumentView view;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** While it is being sealed the page comes again by itself. */
    @GET
    @Controller
    @Path("{id:\\d+}")
    public Response show(@PathParam("id") long id) {
        Instrument instrument = reading.open(caller, id);
        Response.ResponseBuilder answer = Response.ok(page(instrument, Optional.empty(), ""));
        return instrument.state() == InstrumentState.RESERVED
                ? answer.header("Refresh", REFRESH_SECONDS).build()
                : answer.build();
    }

    /** The whole IDs, once, for a reason that is kept. */
    @POST
    @Controller
    @Path("{id:\\d+}/values")
    public Response reveal(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        Instrument instrument = reading.instrument(caller, id);
        if (reason.isBlank() || reason.length() > 200) {
            return Response.status(422)
                    .entity(page(instrument, Optional.empty(), "请写明查看完整证件号码的理由，最多200个字"))
                    .build();
        }
        return Response.ok(page(instrument, Optional.of(reason.strip()), "")).build();
    }

    @GET
    @Path("{id:\\d+}/pdf")
    @Produces("application/pdf")
    public Response pdf(
            @PathParam("id") long id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Instrument instrument = reading.sealed(caller, id);
        return InstrumentApi.file(instrument, reading.pdf(caller, instrument), range, known);
    }

    @GET
    @Path("{id:\\d+}/page/{page:\\d{1,4}}.png")
    @Produces("image/png")
    public Response page(@PathParam("id") long id, @PathParam("page") int page) {
        return ByteRange.picture(reading.page(caller, id, page));
    }

    @GET
    @Path("{id:\\d+}/mini.png")
    @Produces("image/png")
    public Response mini(@PathParam("id") long id) {
        return ByteRange.picture(reading.mini(caller, id));
    }

    /** 打印 is on record before the file leaves for paper. */
    @POST
    @Controller
    @Path("{id:\\d+}/print")
    public Response print(@PathParam("id") long id) {
        return to("/instruments/" + reading.printed(caller, id).id() + "/pdf");
    }

    /** Asks for the password again: a number that is taken back is never used again. */
    @POST
    @Controller
    @Path("{id:\\d+}/void")
    public Response voidWith(@PathParam("id") long id, @BeanParam DangerRequest asked) {
        Instrument instrument = reading.instrument(caller, id);
        voiding.refuseOthers(caller, instrument);
        return confirmed.answer(
                asked,
                "请写明作废原因。",
                why -> {
                    voiding.voidWith(caller, id, why);
                    return to("/instruments/" + id);
                },
                (typed, refusal) -> page(instrument, typed, refusal));
    }

    private String page(Instrument instrument, Optional<String> revealed, String asking) {
        return page(instrument, revealed, asking, Typed.blank(), "");
    }

    /** @param typed what was typed to take it back and is wrong with it; refusal: why it is not taken back */
    private String page(Instrument instrument, Typed typed, String refusal) {
        return page(instrument, Optional.empty(), "", typed, refusal);
    }

    private String page(Instrument instrument, Optional<String> revealed, String asking, Typed typed, String refusal) {
        view.show(instrument, revealed, asking).forEach(models::put);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("said", said.take());
        models.put("refused", said.takeRefusal());
        return "instrument/instrument.html";
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
