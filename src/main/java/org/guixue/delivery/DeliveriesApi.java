package org.guixue.delivery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Reading;
import org.jspecify.annotations.Nullable;

/** Deliveries of many papers at once: 200 with what was recorded and what was not, each with its reason. */
@Path("/api/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesApi {
    @Inject
    private ManyDeliveries deliveries;

    @Inject
    private DeliveryPictures pictures;

    @Inject
    private Reading reading;

    @Inject
    private Caller caller;

    /**
     * One paper of them; what is not said is as for all.
     *
     * @param photos ids of evidence, or of photos that were uploaded
     */
    record EachBody(
            @Nullable Long instrument,
            @Nullable LocalDate deliveredOn,
            @Nullable String outcome,
            @Nullable String receiver,
            @Nullable String relation,
            @Nullable List<String> deliverers,
            @Nullable String witness,
            @Nullable String refusal,
            @Nullable List<Object> photos,
            @Nullable String reason) {}

    /** What is the same for all, and the papers. */
    record AllBody(
            @Nullable LocalDate deliveredOn,
            @Nullable String outcome,
            @Nullable List<String> deliverers,
            @Nullable String witness,
            @Nullable List<EachBody> deliveries) {}

    record RefusedDelivery(long instrument, List<Violation> violations) {}

    record DeliveredJson(int recorded, List<RefusedDelivery> refused) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public DeliveredJson deliver(AllBody body) {
        Delivering.refuseInspector(caller);
        List<EachBody> asked = body.deliveries();
        if (asked == null || asked.isEmpty()) {
            throw new ValuesRefused("deliveries", "请列出送达的文书");
        }
        Map<Long, DeliveryDetails> all = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            EachBody each = asked.get(i);
            Long instrument = each.instrument();
            if (instrument == null || all.containsKey(instrument)) {
                throw new ValuesRefused(
                        "deliveries[%d].instrument".formatted(i), instrument == null ? "请指明文书" : "这份文书列了两次，请去掉一次");
            }
            all.put(instrument, details(body, each, instrument));
        }
        List<ManyDeliveries.Outcome> outcomes = deliveries.deliver(caller, all);
        List<RefusedDelivery> refused = outcomes.stream()
                .filter(outcome -> outcome.recorded().isEmpty())
                .map(outcome -> new RefusedDelivery(outcome.instrument(), outcome.violations()))
                .toList();
        return new DeliveredJson(outcomes.size() - refused.size(), refused);
    }

    private DeliveryDetails details(AllBody all, EachBody each, long id) {
        List<Object> photos = each.photos();
        List<Long> evidence = List.of();
        if (photos != null && !photos.isEmpty()) {
            Instrument paper = reading.instrument(caller, id);
            evidence = pictures.named(caller, paper, photos);
        }
        return new DeliveryDetails(
                Optional.ofNullable(each.deliveredOn()).or(() -> Optional.ofNullable(all.deliveredOn())),
                DeliveryOutcome.of(first(each.outcome(), all.outcome())),
                first(each.receiver(), null),
                first(each.relation(), null),
                Optional.ofNullable(each.deliverers())
                        .or(() -> Optional.ofNullable(all.deliverers()))
                        .orElse(List.of()),
                first(each.witness(), all.witness()),
                first(each.refusal(), null),
                first(each.reason(), null),
                evidence);
    }

    private static String first(@Nullable String own, @Nullable String common) {
        return own != null ? own : common != null ? common : "";
    }
}
