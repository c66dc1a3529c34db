package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guixue.casefile.Papers;

/** Tells a case what the papers are that somebody names as its basis. */
@ApplicationScoped
public class IssuedPapers implements Papers {
    private final Instruments instruments;

    @Inject
    public IssuedPapers(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public Optional<Paper> paper(long instrument) {
        return instruments.find(instrument).map(IssuedPapers::told);
    }

    @Override
    public List<Paper> about(long student) {
        return instruments.ofChild(student).stream()
                .map(IssuedPapers::told)
                .filter(Paper::valid)
                .toList();
    }

    private static Paper told(Instrument found) {
        return new Paper(
                found.id(),
                found.form().toString(),
                found.kind(),
                found.title(),
                found.serial(),
                found.childId(),
                found.sealed() && found.state() != InstrumentState.VOID,
                found.issuedOn());
    }
}
