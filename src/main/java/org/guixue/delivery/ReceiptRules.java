package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;

/**
 * From which day a period runs after a receipt: the nearest jurisdiction's {@code receipt-guardian}, {@code receipt-proxy},
 * {@code receipt-left}, {@code receipt-post} counts, each so many {@code days} after the delivery or switched off. Where none
 * says anything, each starts it on its day. What failed starts nothing.
 */
@ApplicationScoped
public class ReceiptRules {
    private final FormCatalog forms;

    @Inject
    public ReceiptRules(FormCatalog forms) {
        this.forms = forms;
    }

    Optional<LocalDate> startsOn(String jurisdiction, DeliveryOutcome outcome, LocalDate deliveredOn) {
        if (!outcome.arrived()) {
            return Optional.empty();
        }
        Optional<Jurisdiction.Gate> rule = nearest(forms.jurisdiction(jurisdiction), outcome.rule());
        if (rule.filter(Jurisdiction.Gate::off).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                deliveredOn.plusDays(rule.map(gate -> gate.number("days", 0)).orElse(0)));
    }

    private Optional<Jurisdiction.Gate> nearest(Optional<Jurisdiction> from, String rule) {
        Optional<Jurisdiction> at = from;
        while (at.isPresent()) {
            Optional<Jurisdiction.Gate> found = at.get().gates().stream()
                    .filter(gate -> gate.id().equals(rule))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            at = at.flatMap(Jurisdiction::parent).flatMap(forms::jurisdiction);
        }
        return Optional.empty();
    }
}
