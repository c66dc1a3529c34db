package org.guixue.instrument.issuing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.account.Reauthentication;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.Voiding;
import org.guixue.page.ByteRange;
import org.guixue.page.Typed;
import org.guixue.sheet.Filling;
import org.jspecify.annotations.Nullable;

/** A new paper, and the issued ones: picture, file, facts, history, taking back. */
@Path("/instruments")
@RequestScoped
public class InstrumentPages {
    private static final int REFRESH_SECONDS = 3;

    @Inject
    private Check check;

    @Inject
    private Filling filling;

    @Inject
    private Subjects subjects;

    @Inject
    private Reading reading;

    @Inject
    private Voiding voiding;

    @Inject
    private Reauthentication reauthentication;

    @Inject
    private InstrumentView view;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Continues the unfinished draft of that form about that subject, or begins one; without a subject, asks for it. */
    @GET
    @Controller
    @Path("new")
    public Response begin(
            @QueryParam("form") @DefaultValue("") String id,
            @QueryParam("student") @Nullable Long student,
            @QueryParam("case") @Nullable Long caseId,
            @QueryParam("office") @Nullable Long office,
            @QueryParam("term") @Nullable String term) {
        Form form = check.form(caller, formId(id));
        Optional<Subjects.Named> named =
                subjects.named(caller, form, new Subjects.Named(student, caseId, office, term));
        return to(
                named.isEmpty()
                        ? "/forms/" + form.id()
                        : "/drafts/"
                                + filling.begin(caller, form, subjects.resolve(caller, form, named.get()))
                                        .id());
    }

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
    public Response voidWith(
            @PathParam("id") long id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("password") @DefaultValue("") String password) {
        Instrument instrument = reading.instrument(caller, id);
        voiding.refuseOthers(caller, instrument);
        Typed typed = Typed.blank().with("reason", reason);
        try {
            if (reason.isBlank()) {
                throw new ValuesRefused("reason", "请写明作废原因。");
            }
            reauthentication.confirm(caller, password);
            voiding.voidWith(caller, id, reason);
        } catch (ValuesRefused e) {
            return Response.status(422)
                    .entity(page(instrument, typed.refused(e), ""))
                    .build();
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.NOT_FOUND || e.reason() == Refused.Reason.FORBIDDEN) {
                throw e;
            }
            return Response.status(e.reason() == Refused.Reason.LOCKED ? 429 : 409)
                    .entity(page(instrument, typed, String.valueOf(e.getMessage())))
                    .build();
        }
        return to("/instruments/" + id);
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
        return "instrument.html";
    }

    private static FormId formId(String text) {
        try {
            return FormId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("表样");
        }
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
