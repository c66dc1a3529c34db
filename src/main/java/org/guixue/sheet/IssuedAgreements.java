package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.duty.AgreementPapers;
import org.guixue.evidence.Evidences;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Photos;

/** Tells the responsibility map of the 目标责任书 that were issued. */
@ApplicationScoped
public class IssuedAgreements implements AgreementPapers {
    private static final String KIND = "DUTY_AGREEMENT";

    private final Instruments instruments;
    private final Photos photos;
    private final Evidences evidences;

    @Inject
    public IssuedAgreements(Instruments instruments, Photos photos, Evidences evidences) {
        this.instruments = instruments;
        this.photos = photos;
        this.evidences = evidences;
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

    @Override
    public boolean isProof(Caller caller, String proof, long child) {
        return photos.find(proof, caller).isPresent()
                || evidences.named(proof, child, caller.scope()).isPresent();
    }
}
