package org.guixue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Reading;
import org.jspecify.annotations.Nullable;

/** 送达 of a paper over HTTP. */
@Path("/api/instruments/{id:\\d{1,18}}/delivery")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryApi {
    @Inject
    private DeliveringByReceipt delivering;

    @Inject
    private Deliveries deliveries;

    @Inject
    private DeliveryPictures pictures;

    @Inject
    private Reading reading;

    @Inject
    private Caller caller;

    /**
     * @param photos ids of evidence, or of photos that were uploaded
     * @param reason why it is delivered once more
     */
    record DeliveryBody(
            @Nullable LocalDate deliveredOn,
            @Nullable String outcome,
            @Nullable String receiver,
            @Nullable String relation,
            @Nullable List<String> deliverers,
            @Nullable String witness,
            @Nullable String refusal,
            @Nullable List<Object> photos,
            @Nullable String reason) {
        DeliveryDetails details(List<Long> evidence) {
            return new DeliveryDetails(
                    Optional.ofNullable(deliveredOn),
                    DeliveryOutcome.of(text(outcome)),
                    text(receiver),
                    text(relation),
                    deliverers == null ? List.of() : deliverers,
                    text(witness),
                    text(refusal),
                    text(reason),
                    evidence);
        }
    }

    /**
     * A delivery as it was recorded.
     *
     * @param photos ids of evidence
     * @param startsClock whether a period runs from this one
     * @param clockFrom from which day; null where it starts nothing
     * @param state what the paper is now
     * @param papers of a 送达回证: what stands on it and was recorded with it
     */
    record ShownDelivery(
            long id,
            long instrument,
            LocalDate deliveredOn,
            DeliveryOutcome outcome,
            String label,
            String receiver,
            String relation,
            List<String> deliverers,
            String witness,
            String refusal,
            String reason,
            List<Long> photos,
            boolean startsClock,
            @Nullable LocalDate clockFrom,
            Instant recordedAt,
            String recordedBy,
            InstrumentState state,
            List<String> warnings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> papers) {
        /** The papers that stand on a receipt and were recorded with it. */
        ShownDelivery with(List<Delivering.Recorded> recorded) {
            return new ShownDelivery(
                    id,
                    instrument,
                    deliveredOn,
                    outcome,
                    label,
                    receiver,
                    relation,
                    deliverers,
                    witness,
                    refusal,
                    reason,
                    photos,
                    startsClock,
                    clockFrom,
                    recordedAt,
                    recordedBy,
                    state,
                    warnings,
                    recorded.stream()
                            .map(each -> each.delivery().instrument().id())
                            .toList());
        }

        static ShownDelivery of(Delivery made, boolean starts, List<String> warnings) {
            return new ShownDelivery(
                    made.id(),
                    made.instrument().id(),
                    made.deliveredOn(),
                    made.outcome(),
                    made.outcome().label(),
                    made.receiver(),
                    made.relation(),
                    made.deliverers(),
                    made.witness(),
                    made.refusal(),
                    made.reason(),
                    made.evidence(),
                    starts,
                    starts ? made.startsOn().orElse(null) : null,
                    made.recordedAt(),
                    made.recordedByName(),
                    made.instrument().state(),
                    warnings,
                    List.of());
        }
    }

    record ShownDeliveries(List<ShownDelivery> items) {}

    @GET
    public ShownDeliveries all(@PathParam("id") long id) {
        Instrument paper = reading.open(caller, id);
        return new ShownDeliveries(deliveries.of(paper).stream()
                .map(each -> ShownDelivery.of(each, each.startsOn().isPresent(), List.of()))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response deliver(@PathParam("id") long id, DeliveryBody body) {
        Instrument paper = reading.instrument(caller, id);
        Delivering.refuseInspector(caller);
        Delivering.refuseUndeliverable(paper);
        if (!text(body.outcome()).isEmpty()
                && DeliveryOutcome.of(text(body.outcome())).isEmpty()) {
            throw new ValuesRefused("outcome", "应是 GUARDIAN、PROXY、LEFT、POST 或 FAILED");
        }
        List<Long> evidence = pictures.named(caller, paper, body.photos() == null ? List.of() : body.photos());
        DeliveringByReceipt.All all = delivering.deliver(caller, id, body.details(evidence));
        Delivering.Recorded recorded = all.itself();
        return Response.created(URI.create("/api/instruments/" + id + "/delivery"))
                .entity(ShownDelivery.of(recorded.delivery(), recorded.startsClock(), recorded.warnings())
                        .with(all.papers()))
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
