package org.guixue.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;

/** Returned copies whose signatures are still to be looked at, or lack, over HTTP. */
@Path("/api/scans/signatures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignatureApi {
    @Inject
    private SignatureList list;

    @Inject
    private Caller caller;

    /** @param due what is to be signed by hand, as the form calls it */
    record UncheckedCopy(long instrument, int n, String serial, String title, String student, int pages, String due) {}

    record UncheckedPage(long total, int page, int size, List<UncheckedCopy> items) {}

    /** @param seen UNSEEN (default) or MISSING */
    @GET
    public UncheckedPage list(
            @QueryParam("seen") @DefaultValue("UNSEEN") String seen,
            @QueryParam("page") @DefaultValue("0") String page) {
        if (!seen.equals("UNSEEN") && !seen.equals("MISSING")) {
            throw new ValuesRefused("seen", "应是 UNSEEN（还没有核对）或 MISSING（缺签字）");
        }
        Signatures asked = Signatures.valueOf(seen);
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        return new UncheckedPage(
                list.count(caller, asked),
                number,
                SignatureList.ROWS,
                list.lines(caller, asked, number).stream()
                        .map(line -> new UncheckedCopy(
                                line.paper(),
                                line.copy(),
                                line.serial(),
                                line.title(),
                                line.child(),
                                line.pages(),
                                line.due()))
                        .toList());
    }
}
