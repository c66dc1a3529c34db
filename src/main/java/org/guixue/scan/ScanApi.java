package org.guixue.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.Json;

/** Piles that come back, over HTTP. */
@Path("/api/scans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScanApi {
    /** So many are read before the answer; more are read behind it. */
    private static final int READ_AT_ONCE = 12;

    private static final int ROWS = 50;

    @Inject
    private Receiving receiving;

    @Inject
    private ReadingPiles reading;

    @Inject
    private Settling settling;

    @Inject
    private PileView view;

    @Inject
    private SheetPictures pictures;

    @Inject
    private Piles piles;

    @Inject
    private Caller caller;

    /** @param before true where the same files were handed in before, and this is what became of them */
    record TakenPile(
            long id,
            int pages,
            PileState state,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean before,
            List<PileJson.FiledSheet> filed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PileJson.SheetAtDraft> atDraft,
            List<PileJson.TraySheet> unmatched) {}

    record ListedPile(long id, String title, PileState state, int pages, String uploadedBy, Instant uploadedAt) {}

    /** @param page counted from 0 */
    record ListedPiles(long total, int page, List<ListedPile> items) {}

    @GET
    public ListedPiles list(@QueryParam("page") @DefaultValue("0") String page) {
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        return new ListedPiles(
                piles.total(caller.scope()),
                number,
                piles.newest(caller.scope(), number * ROWS, ROWS).stream()
                        .map(pile -> new ListedPile(
                                pile.id(),
                                pile.title(),
                                pile.state(),
                                pile.pages(),
                                pile.ownerName(),
                                pile.uploadedAt()))
                        .toList());
    }

    /** 201 with what became of a short pile, 202 while a long one is read, 200 for one that was handed in before. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts) throws IOException {
        Receiving.Received received = receiving.receive(caller, PileRequest.of(parts));
        long id = received.pile().id();
        if (!received.before() && received.pile().pages() <= READ_AT_ONCE) {
            reading.readToItsEnd(id);
        }
        PileJson shown = PileView.json(view.show(caller, id));
        TakenPile taken = new TakenPile(
                id, shown.pages(), shown.state(), received.before(), shown.filed(), shown.atDraft(), shown.unmatched());
        int status = received.before() ? 200 : shown.state() == PileState.READING ? 202 : 201;
        return Response.status(status)
                .location(URI.create("/api/scans/" + id))
                .entity(taken)
                .build();
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public PileJson show(@PathParam("id") long id) {
        return PileView.json(view.show(caller, id));
    }

    @GET
    @Path("{id:\\d{1,18}}/pages/{n:\\d{1,4}}.jpg")
    @Produces("image/jpeg")
    public Response picture(@PathParam("id") long id, @PathParam("n") int n) {
        return TrayPages.answer(pictures.picture(caller, id, n));
    }

    /** {@code {instrument}} files the sheet there, {@code {discard: reason}} keeps it nowhere. */
    @POST
    @Path("{id:\\d{1,18}}/pages/{n:\\d{1,4}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PileJson settle(@PathParam("id") long id, @PathParam("n") int n, JsonNode body) {
        boolean files = body.hasNonNull("instrument");
        if (files == body.hasNonNull("discard")) {
            throw new ValuesRefused("instrument", "请写明归入哪一份文书（instrument），或者为什么不归入（discard），二者选一");
        }
        if (files) {
            if (!body.get("instrument").isIntegralNumber()
                    || !body.get("instrument").canConvertToLong()) {
                throw new ValuesRefused("instrument", "应是文书的编号（数字）");
            }
            settling.file(caller, id, n, body.get("instrument").asLong());
        } else {
            settling.discard(caller, id, n, Json.text(body, "discard"));
        }
        return show(id);
    }
}
