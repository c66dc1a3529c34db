package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.duty.AgreementPapers;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;

/** Tells the responsibility map of the 目标责任书 that were issued. */
@ApplicationScoped
public class IssuedAgreements implements AgreementPapers {
    private static final String KIND = "DUTY_AGREEMENT";

    private final Instruments instruments;

    @Inject
    public IssuedAgreements(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public Set<Long> voidAmong(Collection<Long> ids) {
        return instruments.voidAmong(ids);
    }

    @Override
    public Optional<Paper> agreement(Caller caller, long instrument) {
        return instruments
                .find(instrument, caller.scope())
                .filter(paper -> paper.kind().equals(KIND) && paper.state() != InstrumentState.VOID)
                .map(paper -> new Paper(paper.id(), paper.serial(), paper.issuedOn()));
    }
}
