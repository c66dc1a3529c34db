package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;

/** Deliveries of many papers, as a deliverer comes back with the list: each is recorded for itself, and what cannot be is named. */
@ApplicationScoped
public class ManyDeliveries {
    static final int MOST = 1000;

    private final DeliveringByReceipt delivering;

    @Inject
    public ManyDeliveries(DeliveringByReceipt delivering) {
        this.delivering = delivering;
    }

    /**
     * What became of one.
     *
     * @param recorded empty where it was refused
     * @param violations why; empty where it was recorded
     */
    public record Outcome(long instrument, Optional<Delivering.Recorded> recorded, List<Violation> violations) {
        public Outcome {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Records them one after the other; a refused one keeps back no other.
     *
     * @param all by the papers' ids
     * @throws org.guixue.Unavailable where nothing can be recorded now; what was before stays
     */
    public List<Outcome> deliver(Caller caller, Map<Long, DeliveryDetails> all) {
        Delivering.refuseInspector(caller);
        if (all.size() > MOST) {
            throw new TooLarge("一次最多登记%d份，请分几次登记".formatted(MOST));
        }
        List<Outcome> outcomes = new ArrayList<>();
        all.forEach((paper, details) -> outcomes.add(deliver(caller, paper, details)));
        return outcomes;
    }

    private Outcome deliver(Caller caller, long paper, DeliveryDetails details) {
        try {
            return new Outcome(
                    paper,
                    Optional.of(delivering.deliver(caller, paper, details).itself()),
                    List.of());
        } catch (ValuesRefused e) {
            return new Outcome(paper, Optional.empty(), e.violations());
        } catch (NotFound | Conflict e) {
            return new Outcome(
                    paper, Optional.empty(), List.of(new Violation("instrument", String.valueOf(e.getMessage()))));
        }
    }
}
