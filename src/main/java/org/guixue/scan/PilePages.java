package org.guixue.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.Said;

/** 回收: piles of scanned sheets as they are handed in. */
@Path("/scans")
@RequestScoped
public class PilePages {
    private static final int ROWS = 50;

    @Inject
    private Receiving receiving;

    @Inject
    private Piles piles;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A line of the list. */
    public record Line(
            long id,
            String title,
            int pages,
            long filed,
            long waiting,
            String owner,
            String when,
            String state,
            String tone) {}

    @GET
    @Controller
    public String list(@QueryParam("page") @DefaultValue("0") String page) {
        return listed(page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0, "");
    }

    @POST
    @Controller
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts) throws IOException {
        try {
            Receiving.Received received = receiving.receive(caller, PileRequest.of(parts));
            if (received.before()) {
                said.say("这份扫描件已由%s于%s上传过，没有重复收下。"
                        .formatted(
                                received.pile().ownerName(),
                                FieldText.minute(received.pile().uploadedAt())));
            }
            return to(received.pile().id());
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.VALUES && e.reason() != Refused.Reason.TOO_LARGE) {
                throw e;
            }
            return Response.status(422).entity(listed(0, sentence(e))).build();
        }
    }

    private String listed(int number, String refusal) {
        List<ScanPile> found = piles.newest(caller.scope(), number * ROWS, ROWS);
        Map<Long, Map<SheetState, Long>> counts =
                piles.counts(found.stream().map(ScanPile::id).toList());
        PageAddress here = PageAddress.of("/scans");
        models.put(
                "rows",
                found.stream()
                        .map(pile -> line(pile, counts.getOrDefault(pile.id(), new EnumMap<>(SheetState.class))))
                        .toList());
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)),
                        number,
                        ROWS,
                        piles.total(caller.scope())));
        models.put("mayFile", caller.role() != Role.INSPECTOR);
        models.put("refusal", refusal);
        return "scan/piles.html";
    }

    private static Line line(ScanPile pile, Map<SheetState, Long> counts) {
        return new Line(
                pile.id(),
                pile.title(),
                pile.pages(),
                counts.getOrDefault(SheetState.FILED, 0L),
                counts.getOrDefault(SheetState.WAITING, 0L),
                pile.ownerName(),
                FieldText.minute(pile.uploadedAt()),
                pile.state().label(),
                pile.state() == PileState.SETTLED ? "done" : "soon");
    }

    static String sentence(Refused refusal) {
        return refusal instanceof org.guixue.ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(refusal.getMessage());
    }

    private static Response to(long pile) {
        return Response.seeOther(URI.create("/scans/" + pile)).build();
    }
}
