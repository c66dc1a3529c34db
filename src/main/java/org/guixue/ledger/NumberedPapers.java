package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.person.TellingWords;

/** 文书登记簿: every number that an office allotted in the period, void ones too, so that none is missing. */
@ApplicationScoped
public class NumberedPapers implements Population {
    private final WorkReading work;

    @Inject
    public NumberedPapers(WorkReading work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "instruments";
    }

    @Override
    public List<Listed> of(Reported asked) {
        return work.papers(asked).stream()
                .map(paper -> new Listed("i" + paper.id(), paper.issuer().id(), facts(paper), Optional.empty()))
                .toList();
    }

    static Map<String, Object> facts(Instrument paper) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("instrument.serial", paper.serial());
        facts.put("instrument.number", (int) paper.serialNo());
        facts.put("instrument.series", paper.serial().replaceAll("\\d+号?$", ""));
        facts.put("instrument.title", paper.title());
        facts.put("instrument.form", paper.form().toString());
        facts.put("instrument.kind", paper.kind());
        facts.put("instrument.subject", subject(paper));
        facts.put("instrument.issuedOn", paper.issuedOn());
        facts.put("instrument.state", paper.state().name());
        facts.put("instrument.stateLabel", paper.state().label());
        facts.put(
                "instrument.voidReason",
                paper.state() == InstrumentState.VOID
                        ? TellingWords.keptApart(paper.voidReason().orElse(""))
                        : "");
        facts.put("instrument.issuedBy", paper.issuedByName());
        facts.put("instrument.archivalNumber", paper.archivalNumber().toString());
        facts.put("instrument.office", paper.issuer().name());
        return facts;
    }

    private static String subject(Instrument paper) {
        return paper.student()
                .map(Student::name)
                .or(() -> paper.office().map(Office::name))
                .orElse("");
    }
}
