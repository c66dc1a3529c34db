package org.guixue.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.instrument.InstrumentState;
import org.jspecify.annotations.Nullable;

/** 送达回证 for papers that go out together, issued at once: one for each child. */
@Path("/api/receipts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptApi {
    @Inject
    private Receipting receipting;

    @Inject
    private Caller caller;

    record ReceiptsBody(@Nullable List<Long> instruments) {}

    /** @param papers ids of the papers that stand on it */
    record IssuedReceipt(long id, String serial, InstrumentState state, long student, List<Long> papers) {}

    record RefusedReceipt(long student, List<Long> papers, List<Violation> violations) {}

    record ReceiptsJson(
            List<IssuedReceipt> receipts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedReceipt> refused) {}

    /** 201 with what was issued; 422 where nothing was. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(ReceiptsBody body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        List<Receipting.Outcome> outcomes = receipting.issue(
                caller, body.instruments() == null ? List.of() : body.instruments(), Optional.ofNullable(key));
        List<IssuedReceipt> issued = outcomes.stream()
                .flatMap(outcome -> outcome
                        .receipt()
                        .map(receipt -> new IssuedReceipt(
                                receipt.id(), receipt.serial(), receipt.state(), outcome.student(), outcome.papers()))
                        .stream())
                .toList();
        List<RefusedReceipt> refused = outcomes.stream()
                .filter(outcome -> outcome.receipt().isEmpty())
                .map(outcome -> new RefusedReceipt(outcome.student(), outcome.papers(), outcome.violations()))
                .toList();
        if (issued.isEmpty()) {
            throw new ValuesRefused(refused.get(0).violations());
        }
        return Response.status(201).entity(new ReceiptsJson(issued, refused)).build();
    }
}
