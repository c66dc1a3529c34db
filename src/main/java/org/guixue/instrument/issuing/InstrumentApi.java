package org.guixue.instrument.issuing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.account.Reauthentication;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentJson;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.Voiding;
import org.guixue.page.ByteRange;
import org.guixue.sheet.Approving;
import org.guixue.sheet.Draft;
import org.guixue.sheet.DraftJson;
import org.jspecify.annotations.Nullable;

/**
 * Issuing over HTTP, and the issued instruments.
 *
 * <p>An order for a form that asks for approval (用印审批) is handed in instead of issued: 202 with {@code Location:
 * /api/drafts/{id}} and state SUBMITTED. The same request under the same {@code Idempotency-Key} is answered with that
 * draft's state, and once it was approved with 201 and its instrument.
 */
@Path("/api/instruments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstrumentApi {
    private static final int LONGEST_KEY = 200;

    @Inject
    private Issuing issuing;

    @Inject
    private Approving approving;

    @Inject
    private Check check;

    @Inject
    private Subjects subjects;

    @Inject
    private Reading reading;

    @Inject
    private Voiding voiding;

    @Inject
    private Reauthentication reauthentication;

    @Inject
    private Caller caller;

    record IssueBody(
            @Nullable String form,
            @Nullable Long student,
            @JsonProperty("case") @Nullable Long caseId,
            @Nullable Long office,
            @Nullable String term,
            @Nullable Map<String, Object> values) {}

    /** @param password asked for where a session came instead of Basic credentials */
    record VoidBody(@Nullable String reason, @Nullable String password) {}

    /** @param values by the names of the form's fields: a map, since each form names its own */
    record FilledIn(String form, Map<String, Object> values) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(IssueBody body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Form form = check.form(caller, formId(body.form()));
        IssueOrder order = new IssueOrder(
                form.id(),
                subjects.resolve(
                        caller, form, new Subjects.Named(body.student(), body.caseId(), body.office(), body.term())),
                body.values() == null ? Map.of() : body.values());
        return form.approval()
                ? handedIn(approving.handIn(caller, order, key(key)))
                : answer(issuing.issue(caller, order, key(key)));
    }

    private static Response handedIn(Draft draft) {
        return draft.instrument().map(InstrumentApi::answer).orElseGet(() -> Response.accepted(DraftJson.state(draft))
                .location(URI.create("/api/drafts/" + draft.id()))
                .build());
    }

    static Response answer(Instrument instrument) {
        return Response.status(instrument.state() == InstrumentState.RESERVED ? 202 : 201)
                .location(URI.create("/api/instruments/" + instrument.id()))
                .entity(InstrumentJson.of(instrument))
                .build();
    }

    @GET
    @Path("{id}")
    public InstrumentJson one(@PathParam("id") long id) {
        return InstrumentJson.of(reading.open(caller, id));
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    public Response pdf(
            @PathParam("id") long id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Instrument instrument = reading.sealed(caller, id);
        return file(instrument, reading.pdf(caller, instrument), range, known);
    }

    /** The sealed file under its archival number; pages answer alike. */
    static Response file(Instrument instrument, byte[] pdf, @Nullable String range, @Nullable String known) {
        return ByteRange.answer(pdf, "application/pdf", instrument.archivalNumber() + ".pdf", range, known);
    }

    @GET
    @Path("{id}/page/{page}.png")
    @Produces("image/png")
    public Response page(@PathParam("id") long id, @PathParam("page") int page) {
        return ByteRange.picture(reading.page(caller, id, page));
    }

    @GET
    @Path("{id}/values")
    public FilledIn values(@PathParam("id") long id, @QueryParam("reveal") @Nullable String reason) {
        Instrument instrument = reading.instrument(caller, id);
        return new FilledIn(
                instrument.form().toString(), reading.values(caller, instrument, Optional.ofNullable(reason)));
    }

    /** Says that it is being printed; the file itself is fetched from {@code /pdf}. */
    @POST
    @Path("{id}/print")
    @Consumes(MediaType.WILDCARD)
    public Response print(@PathParam("id") long id) {
        return Response.status(Response.Status.ACCEPTED)
                .location(URI.create(
                        "/api/instruments/" + reading.printed(caller, id).id() + "/pdf"))
                .build();
    }

    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    public InstrumentJson voidWith(@PathParam("id") long id, VoidBody body) {
        reading.instrument(caller, id);
        reauthentication.confirmAtApi(caller, body.password());
        return InstrumentJson.of(voiding.voidWith(caller, id, body.reason() == null ? "" : body.reason()));
    }

    private static FormId formId(@Nullable String text) {
        try {
            return FormId.parse(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("form", "没有这种表样，请从表样列表中选择");
        }
    }

    private static Optional<String> key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ValuesRefused("Idempotency-Key", "幂等键应为1至200个字符，请改正");
        }
        return Optional.ofNullable(key);
    }
}
