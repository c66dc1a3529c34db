package org.guixue.reconciliation;

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
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.page.Upload;
import org.guixue.sheet.OrderApi;
import org.guixue.workbook.Limits;

/** Our roll against other registers, over HTTP. */
@Path("/api/reconciliations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationApi {
    /** So many rows are compared before the answer; more are compared behind it. */
    static final int COMPARED_AT_ONCE = 1_000;

    private static final int ROWS = 50;
    private static final int MOST = 1_000;

    @Inject
    private ReceivingRegisters receiving;

    @Inject
    private ComparingRegisters comparing;

    @Inject
    private SettlingDifferences settling;

    @Inject
    private IssuingComparison issuing;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private ReconciliationView view;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    /** @param before true where the same list was brought before, and this is what became of it */
    record TakenRegister(
            long id,
            String register,
            ReconciliationState state,
            int rows,
            int same,
            ReconciliationJson.Counts counts,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean before) {}

    record ListedReconciliation(
            long id,
            String register,
            RegisterKind kind,
            String fileName,
            ReconciliationState state,
            int rows,
            String uploadedBy,
            Instant uploadedAt) {}

    /** @param page counted from 0 */
    record ListedReconciliations(long total, int page, int size, List<ListedReconciliation> items) {}

    @GET
    public ListedReconciliations list(@QueryParam("page") @DefaultValue("0") String page) {
        int number = number(page, 0, 100_000);
        return new ListedReconciliations(
                reconciliations.total(caller),
                number,
                ROWS,
                reconciliations.newest(caller, number * ROWS, ROWS).stream()
                        .map(each -> new ListedReconciliation(
                                each.id(),
                                each.registerName(),
                                each.register(),
                                each.fileName(),
                                each.state(),
                                each.rowsRead(),
                                each.broughtBy(),
                                each.createdAt()))
                        .toList());
    }

    private static int number(String text, int otherwise, int most) {
        return text.matches("\\d{1,6}") ? Math.min(Integer.parseInt(text), most) : otherwise;
    }

    /** 201 once a short list is compared, 202 while a long one is, 200 for one that was brought before. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts, @QueryParam("register") @DefaultValue("") String named)
            throws IOException {
        ReceivingRegisters.refuseInspector(caller);
        String register = RegisterRequest.register(parts, named);
        ReceivingRegisters.Received received = Upload.handled(
                parts,
                "file",
                Limits.FILE_BYTES,
                upload -> receiving.receive(caller, upload.fileName(), upload.bytes(), register));
        long id = received.reconciliation().id();
        if (!received.before() && received.reconciliation().rowsAll() <= COMPARED_AT_ONCE) {
            comparing.tryToCompareToItsEnd(id);
        }
        ReconciliationView.Shown shown = view.summary(caller, id);
        Reconciliation now = shown.it();
        TakenRegister taken = new TakenRegister(
                id,
                now.registerName(),
                now.state(),
                now.rowsRead(),
                now.same(),
                ReconciliationView.counts(shown),
                received.before());
        int status = received.before() ? 200 : now.state().running() ? 202 : 201;
        return Response.status(status)
                .location(URI.create("/api/reconciliations/" + id))
                .entity(taken)
                .build();
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public ReconciliationJson show(
            @PathParam("id") long id,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("size") @DefaultValue("1000") String size) {
        issuing.noteApproval(reconciliations.find(id, caller));
        ReconciliationJson found =
                view.json(caller, id, number(page, 0, 100_000), Math.max(1, number(size, MOST, MOST)));
        trail.searched(caller, "reconciliation", Long.toString(id), found.rows());
        return found;
    }

    /**
     * {@code {row, field?, take, note?}} settles a row, {@code {kind, take, note?}} all that is open of a kind (or of a field),
     * {@code {row, student}} says whom a doubtful row names, null for nobody.
     */
    @POST
    @Path("{id:\\d{1,18}}/settlements")
    @Consumes(MediaType.APPLICATION_JSON)
    public SettlingDifferences.Settled settle(@PathParam("id") long id, JsonNode body) {
        if (!body.isObject()) {
            throw new ValuesRefused("row", "请写明核对哪一行（row），或者哪一类（kind）");
        }
        settling.expectOwn(caller, id);
        if (body.has("student") && body.has("row")) {
            return settling.decide(caller, id, row(body), student(body.get("student")));
        }
        String field = text(body, "field");
        String note = text(body, "note");
        if (body.hasNonNull("row")) {
            return settling.row(caller, id, row(body), field, Taken.of(text(body, "take")), note);
        }
        if (body.hasNonNull("kind")) {
            KindOfFinding kind = KindOfFinding.of(text(body, "kind"), field);
            return settling.kind(caller, id, kind.kind(), kind.field(), Taken.of(text(body, "take")), note);
        }
        throw new ValuesRefused("row", "请写明核对哪一行（row），或者哪一类（kind）");
    }

    private static int row(JsonNode body) {
        JsonNode row = body.get("row");
        if (row == null || !row.canConvertToInt() || row.asInt() < 1) {
            throw new ValuesRefused("row", "应是行号（数字），如12");
        }
        return row.asInt();
    }

    private static Optional<Long> student(JsonNode student) {
        if (student.isNull()) {
            return Optional.empty();
        }
        if (!student.isIntegralNumber() || !student.canConvertToLong()) {
            throw new ValuesRefused("student", "应是学生的编号（数字），都不是的填null");
        }
        return Optional.of(student.asLong());
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).isTextual() ? body.get(name).asText() : "";
    }

    /** What nobody has settled stands in it as 待核. 202 where it was handed in for approval. */
    @POST
    @Path("{id:\\d{1,18}}/issue")
    public Response issue(@PathParam("id") long id) {
        return OrderApi.answer(issuing.issue(caller, id));
    }
}
