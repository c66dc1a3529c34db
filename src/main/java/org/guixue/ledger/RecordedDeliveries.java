package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.delivery.Delivery;
import org.guixue.person.TellingWords;

/** 送达登记: the deliveries of the period, and the tries that failed. */
@ApplicationScoped
public class RecordedDeliveries implements Population {
    private final WorkReading work;

    @Inject
    public RecordedDeliveries(WorkReading work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public List<Listed> of(Reported asked) {
        return work.deliveries(asked).stream().map(RecordedDeliveries::listed).toList();
    }

    private static Listed listed(Delivery delivery) {
        Map<String, Object> facts = new HashMap<>(NumberedPapers.facts(delivery.instrument()));
        facts.put("delivery.on", delivery.deliveredOn());
        facts.put("delivery.outcome", delivery.outcome().name());
        facts.put("delivery.outcomeLabel", delivery.outcome().label());
        facts.put("delivery.receiver", delivery.receiver());
        facts.put("delivery.relation", delivery.relation());
        facts.put("delivery.deliverers", String.join("、", delivery.deliverers()));
        facts.put("delivery.witness", delivery.witness());
        facts.put("delivery.refusal", TellingWords.keptApart(delivery.refusal()));
        return new Listed("d" + delivery.id(), delivery.instrument().issuer().id(), facts, Optional.empty());
    }
}
