package org.guixue.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Caution;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Cautions;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.InstrumentApi;
import org.guixue.instrument.issuing.IssueOrder;
import org.jspecify.annotations.Nullable;

/**
 * Issuing over HTTP; {@code replaces} is the id of a void paper whose place it takes.
 *
 * <p>An order for a form that asks for approval (用印审批) is handed in instead of issued: 202 with {@code Location:
 * /api/drafts/{id}} and state SUBMITTED. The same request under the same {@code Idempotency-Key} is answered with that
 * draft's state, and once it was approved with 201 and its instrument.
 */
@Path("/api/instruments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderApi {
    private static final int LONGEST_KEY = 200;

    @Inject
    private Ordering ordering;

    @Inject
    private Approving approving;

    @Inject
    private Cautions cautions;

    @Inject
    private Check check;

    @Inject
    private Subjects subjects;

    @Inject
    private Caller caller;

    record IssueBody(
            @Nullable String form,
            @Nullable Long student,
            @JsonProperty("case") @Nullable Long caseId,
            @Nullable Long office,
            @Nullable String term,
            @Nullable Map<String, Object> values,
            @Nullable Long replaces) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(IssueBody body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Form form = check.form(caller, formId(body.form()));
        IssueOrder order = new IssueOrder(
                form.id(),
                subjects.resolve(
                        caller, form, new Subjects.Named(body.student(), body.caseId(), body.office(), body.term())),
                body.values() == null ? Map.of() : body.values(),
                Optional.ofNullable(body.replaces()));
        Ordered ordered = form.approval()
                ? Ordered.handedIn(approving.handIn(caller, order, key(key)))
                : Ordered.issued(ordering.issue(caller, order, key(key)));
        return answer(ordered, cautions::of);
    }

    /** 201 and the instrument, or 202 and the draft that waits. */
    public static Response answer(Ordered ordered) {
        return answer(ordered, issued -> List.of());
    }

    private static Response answer(Ordered ordered, Function<Instrument, List<Caution>> cautions) {
        return ordered.issued()
                .map(paper -> InstrumentApi.answer(paper, cautions.apply(paper)))
                .orElseGet(() -> handedIn(ordered.waiting().orElseThrow()));
    }

    private static Response handedIn(Draft draft) {
        return Response.accepted(DraftJson.state(draft))
                .location(URI.create("/api/drafts/" + draft.id()))
                .build();
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
