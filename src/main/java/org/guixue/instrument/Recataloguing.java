package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.BagId;
import org.guixue.casefile.Cases;
import org.guixue.catalogue.ArchivalCounter;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.instrument.RecordFacts.ChildThen;
import org.guixue.instrument.RecordFacts.FormThen;
import org.guixue.instrument.RecordFacts.SubjectThen;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.rendering.PageCount;
import org.guixue.signing.KeySafe;
import org.guixue.store.Counters;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;

/** Writes catalogue rows from archived files, one transaction each; used by {@link Recovery} alone. */
@ApplicationScoped
public class Recataloguing {
    private final KeySafe safe;
    private final Archive archive;
    private final Instruments instruments;
    private final Counters counters;
    private final Offices offices;
    private final Students students;
    private final Cases cases;
    private final RegisterHeads heads;
    private final Outbox outbox;

    @Inject
    public Recataloguing(
            KeySafe safe,
            Archive archive,
            Instruments instruments,
            Counters counters,
            Offices offices,
            Students students,
            Cases cases,
            RegisterHeads heads,
            Outbox outbox) {
        this.safe = safe;
        this.archive = archive;
        this.instruments = instruments;
        this.counters = counters;
        this.offices = offices;
        this.students = students;
        this.cases = cases;
        this.heads = heads;
        this.outbox = outbox;
    }

    @Transactional
    public void raiseArchival(BagId bag, long highestItem) {
        if (highestItem > 0) {
            counters.raise(new ArchivalCounter(bag).key(), highestItem);
        }
    }

    @Transactional
    public void catalogue(ArchivedRecord record, byte[] recordJson) {
        RecordFacts facts = RecordJson.read(recordJson);
        if (!facts.archivalNumber().equals(record.number())) {
            throw new IllegalStateException("it says that it is " + facts.archivalNumber());
        }
        Sha256 digest = record.sha256().orElseThrow();
        byte[] file = archive.read(record.number(), digest);
        Instant since = record.accession().orElseThrow().at();
        byte[] values = safe.signatures().embedded(file, "values.json", since).orElseThrow();
        Office issuer = offices.withCode(facts.issuer().code())
                .orElseThrow(() -> new IllegalStateException("its issuer is not in the office tree"));
        instruments.freeze(template(facts.form(), file, since));
        Instrument instrument =
                new Instrument(new FrozenPaper(facts, subject(facts.subject()), issuer, values, recordJson));
        instrument.confirm(digest, pagesReadBack(file), since);
        if (record.state() == ArchivedRecord.State.VOID) {
            instrument.voidWith("（作废原因见原数据库备份）", "", since);
        }
        instruments.add(instrument);
        offices.issued(issuer);
        counters.raise(facts.serial().seriesKey(), facts.serial().number());
        archive.registerHeads().stream()
                .filter(head -> head.register().equals(record.number().bag().name()))
                .forEach(heads::remember);
        outbox.put(OutboxRow.Kind.INSTRUMENT, instrument.id());
    }

    /** The child or office, where the database still has it. */
    private Subject subject(SubjectThen then) {
        return then.caseId()
                .flatMap(cases::find)
                .map(Subject::of)
                .or(() -> then.student().flatMap(this::child).map(Subject::of))
                .or(() -> then.office()
                        .flatMap(office -> offices.withCode(office.code()))
                        .map(office -> then.term()
                                .map(period -> Subject.of(office, period))
                                .orElseGet(() -> Subject.of(office))))
                .or(() -> then.term().map(Subject::ofTerm))
                .orElseGet(Subject::none);
    }

    private Optional<Student> child(ChildThen then) {
        return students.find(then.id()).filter(child -> child.name().equals(then.name()));
    }

    /** Nothing but the file is left of the rendering, so its pages are counted in it. */
    private static int pagesReadBack(byte[] file) {
        return PageCount.of(file);
    }

    private FrozenTemplate template(FormThen form, byte[] file, Instant since) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"form.css", "form.html", "form.json", "paper.css"}) {
            safe.signatures().embedded(file, name, since).ifPresent(bytes -> files.put(name, bytes));
        }
        return FrozenTemplate.of(form.templateSha256(), form.id(), form.version(), files);
    }
}
