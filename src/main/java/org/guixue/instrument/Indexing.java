package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.guixue.Written;
import org.guixue.access.OfficeKind;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.IndexFeed;
import org.guixue.search.Place;
import org.guixue.search.RecordEntry;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentEntry;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;

/**
 * Feeds the index from the outbox, in order. When {@link #catchUp} returns, everything that was committed before is found.
 * The index is forced to disk once a second; after a kill it goes on where the last force was.
 */
@ApplicationScoped
public class Indexing {
    private static final Logger LOG = Logger.getLogger(Indexing.class.getName());
    private static final int BATCH = 500;
    private static final long FILLING_NANOS = 1_000_000_000L;

    private final SearchIndex index;
    private final Outbox outbox;
    private final Instruments instruments;
    private final PrintedSheets sheets;
    private final Students students;

    private long done;

    @Inject
    public Indexing(
            SearchIndex index, Outbox outbox, Instruments instruments, PrintedSheets sheets, Students students) {
        this.index = index;
        this.outbox = outbox;
        this.instruments = instruments;
        this.sheets = sheets;
        this.students = students;
    }

    /** Catches up with what the last run left. */
    public synchronized void begin() {
        done = index.lastOutboxNumber();
        catchUp();
        index.commit();
    }

    /** What a request has written is findable when its answer leaves. */
    void written(@Observes Written written) {
        catchUp();
    }

    public synchronized void catchUp() {
        List<OutboxRow> rows = outbox.after(done, BATCH);
        if (rows.isEmpty()) {
            return;
        }
        while (!rows.isEmpty()) {
            done = put(index, rows);
            rows = outbox.after(done, BATCH);
        }
        index.refresh();
    }

    /** Makes what was put last, and goes on with an index of a new shape where there is one; every second or so. */
    public void commit() {
        try {
            if (!index.isWritable()) {
                reopen();
            }
            index.commit();
            index.successor().ifPresent(this::fill);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the index could not be committed; the next try comes in a second", e);
        }
    }

    /** One more file of the index that the start took on trust. */
    public void lookThrough() {
        index.lookThrough();
    }

    private synchronized void reopen() {
        index.reopen();
        done = index.lastOutboxNumber();
        catchUp();
        LOG.info("the search index was closed by a failed write; it is open again and caught up");
    }

    /** For about a second, beside the index that answers. Nobody waits for it but in the last moment, when it takes over. */
    private void fill(IndexFeed successor) {
        long startedNanos = System.nanoTime();
        long filled = successor.lastOutboxNumber();
        List<OutboxRow> rows = outbox.after(filled, BATCH);
        while (rows.size() == BATCH && System.nanoTime() - startedNanos < FILLING_NANOS) {
            filled = put(successor, rows);
            rows = outbox.after(filled, BATCH);
        }
        if (rows.size() == BATCH) {
            successor.commit();
        } else {
            succeed(successor, filled);
        }
    }

    private synchronized void succeed(IndexFeed successor, long filled) {
        List<OutboxRow> rows = outbox.after(filled, BATCH);
        while (!rows.isEmpty()) {
            filled = put(successor, rows);
            rows = outbox.after(filled, BATCH);
        }
        index.succeed();
        done = Math.max(done, filled);
        LOG.info("the new search index is filled and answers");
    }

    /** Returns the number of the last. */
    private long put(IndexFeed index, List<OutboxRow> rows) {
        Map<Long, Student> children = students
                .all(rows.stream()
                        .filter(row -> row.kind() == OutboxRow.Kind.STUDENT)
                        .map(OutboxRow::subject)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Student::id, child -> child));
        rows.forEach(row -> put(index, row, children));
        return rows.get(rows.size() - 1).number();
    }

    private void put(IndexFeed index, OutboxRow row, Map<Long, Student> children) {
        switch (row.kind()) {
            case STUDENT ->
                Optional.ofNullable(children.get(row.subject()))
                        .ifPresent(child -> index.putStudent(entry(child), row.number()));
            case INSTRUMENT ->
                instruments
                        .find(row.subject())
                        .filter(Instrument::sealed)
                        .ifPresent(found -> index.put(entry(found), row.number()));
        }
    }

    private static StudentEntry entry(Student child) {
        return new StudentEntry(
                child.id(),
                child.name(),
                child.sex(),
                child.nationalId().map(NationalId::text).orElse(""),
                child.studentNumber().map(StudentNumber::text).orElse(""),
                child.school().map(Indexing::place),
                child.grade(),
                child.schoolClass(),
                Optional.of(place(child.township())),
                child.state().name(),
                child.state().label(),
                child.heldCategories().stream()
                        .filter(held -> !held.sensitive())
                        .map(held -> new StudentEntry.Held(held.name(), held.from(), held.until()))
                        .toList(),
                child.visibleTo());
    }

    private RecordEntry entry(Instrument instrument) {
        PaperText text = sheets.text(instrument);
        Optional<Student> child = instrument.student();
        return new RecordEntry(
                instrument.id(),
                instrument.serial(),
                instrument.archivalNumber().toString(),
                instrument.form().toString(),
                instrument.kind(),
                instrument.title(),
                child.map(Student::id),
                child.map(Student::name).orElse(""),
                child.flatMap(Student::nationalId).map(NationalId::text).orElse(""),
                child.map(Student::maskedId).orElse(""),
                child.flatMap(Student::studentNumber).map(StudentNumber::text).orElse(""),
                school(instrument).map(Indexing::place),
                township(instrument).map(Indexing::place),
                instrument.serialYear(),
                instrument.issuedOn(),
                instrument.state().name(),
                instrument.visibleTo(),
                text.open(),
                text.sensitive(),
                instrument.issuer().id());
    }

    private static Optional<Office> school(Instrument instrument) {
        return instrument.student().isPresent()
                ? instrument.student().flatMap(Student::school)
                : about(instrument).atOrAbove(OfficeKind.SCHOOL);
    }

    private static Optional<Office> township(Instrument instrument) {
        return instrument.student().isPresent()
                ? instrument.student().map(Student::township)
                : about(instrument).atOrAbove(OfficeKind.TOWNSHIP);
    }

    /** The office that a paper about no child is found under: the one that it is about, else the one that issued it. */
    private static Office about(Instrument instrument) {
        return instrument.subject().office().orElse(instrument.issuer());
    }

    private static Place place(Office office) {
        return new Place(office.id(), office.name());
    }
}
