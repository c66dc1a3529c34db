package org.guixue.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.ByteRange;
import org.guixue.page.Json;
import org.guixue.page.Upload;
import org.jspecify.annotations.Nullable;

/** What came back of one paper, over HTTP. */
@Path("/api/instruments/{id:\\d{1,18}}/scans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReturnedCopyApi {
    @Inject
    private DirectFiling filing;

    @Inject
    private ReadingCopies reading;

    @Inject
    private Settling settling;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Caller caller;

    /**
     * @param n its number, from 1
     * @param withdrawn why it is this paper's no more; left out where it is
     */
    record ShownCopy(
            int n,
            int pages,
            String sha256,
            Signatures signatures,
            Instant filedAt,
            String filedBy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String withdrawn) {
        static ShownCopy of(ReturnedCopy copy) {
            return new ShownCopy(
                    copy.n(),
                    copy.pages(),
                    copy.sha256().hex(),
                    copy.signatures(),
                    copy.filedAt(),
                    copy.filedByName(),
                    copy.withdrawnReason());
        }
    }

    @GET
    public List<ShownCopy> all(@PathParam("id") long id) {
        return reading.all(caller, id).stream().map(ShownCopy::of).toList();
    }

    /** The {@code file}, a PDF, JPEG or PNG, is filed beside the sealed original. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        filing.expectMayFile(caller, id);
        ReturnedCopy copy = Upload.handled(
                parts,
                "file",
                DirectFiling.MAX_BYTES,
                upload -> filing.file(caller, id, upload.fileName(), upload.bytes()));
        return Response.created(URI.create("/api/instruments/" + id + "/scans/" + copy.n()))
                .entity(ShownCopy.of(copy))
                .build();
    }

    @GET
    @Path("{n:\\d{1,4}}")
    @Produces("application/pdf")
    public Response copy(
            @PathParam("id") long id,
            @PathParam("n") int n,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        return answer(reading, caller, id, n, range, known);
    }

    /** {@code {seen}}: COMPLETE or MISSING, as somebody saw it. */
    @POST
    @Path("{n:\\d{1,4}}/signatures")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownCopy look(@PathParam("id") long id, @PathParam("n") int n, JsonNode body) {
        String seen = Json.text(body, "seen");
        if (!seen.equals("COMPLETE") && !seen.equals("MISSING")) {
            throw new ValuesRefused("seen", "应是 COMPLETE（签字齐全）或 MISSING（缺签字）");
        }
        settling.look(caller, id, n, Signatures.valueOf(seen));
        return ShownCopy.of(reading.copy(caller, id, n));
    }

    /** {@code {reason}}: it was filed here by mistake. */
    @POST
    @Path("{n:\\d{1,4}}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownCopy withdraw(@PathParam("id") long id, @PathParam("n") int n, JsonNode body) {
        return ShownCopy.of(withdrawing.withdraw(caller, id, n, Json.text(body, "reason")));
    }

    /** Pages answer alike. */
    static Response answer(
            ReadingCopies reading, Caller caller, long id, int n, @Nullable String range, @Nullable String known) {
        ReturnedCopy copy = reading.copy(caller, id, n);
        return ByteRange.answer(reading.file(caller, copy), "application/pdf", copy.fileName(), range, known);
    }
}
