package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.duty.Duty;

/** 责任书签订情况: who answers for what in the school year, and whether the agreement is signed. */
@ApplicationScoped
public class DutyAgreements implements Population {
    private final WorkReading work;

    @Inject
    public DutyAgreements(WorkReading work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public List<Listed> of(Reported asked) {
        return work.duties(asked).stream().map(DutyAgreements::listed).toList();
    }

    private static Listed listed(Duty duty) {
        return new Listed(
                "a" + duty.id(),
                duty.office().id(),
                Map.of(
                        "agreement.person", duty.name(),
                        "agreement.post", duty.who().post(),
                        "agreement.line", duty.layer().line().label(),
                        "agreement.layer", duty.layer().label(),
                        "agreement.scope", duty.covers(),
                        "agreement.serial", duty.agreementSerial(),
                        "agreement.issuedOn",
                                duty.agreementOn().<Object>map(on -> on).orElse(""),
                        "agreement.signed", ChildOnDay.yes(duty.signedOn().isPresent()),
                        "agreement.office", duty.office().name()),
                Optional.empty());
    }
}
