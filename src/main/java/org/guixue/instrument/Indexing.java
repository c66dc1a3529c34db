package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.guixue.Written;
import org.guixue.access.OfficeKind;
import org.guixue.form.Field;
import org.guixue.form.FieldText;
import org.guixue.form.Form;
import org.guixue.form.SheetFacts;
import org.guixue.identity.NationalId;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.Place;
import org.guixue.search.RecordEntry;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentEntry;
import org.jsoup.Jsoup;

/**
 * Feeds the index from the outbox, in order. When {@link #catchUp} returns, everything that was committed before is found.
 * The index is forced to disk once a second; after a kill it goes on where the last force was.
 */
@ApplicationScoped
public class Indexing {
    private static final Logger LOG = Logger.getLogger(Indexing.class.getName());
    private static final int BATCH = 500;

    @Inject
    private Premises premises;

    @Inject
    private Outbox outbox;

    @Inject
    private Instruments instruments;

    @Inject
    private FrozenForms frozen;

    @Inject
    private Students students;

    private long done;

    /** Catches up with what the last run left. */
    public synchronized void begin() {
        done = premises.index().lastOutboxNumber();
        catchUp();
        premises.index().commit();
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
        SearchIndex index = premises.index();
        while (!rows.isEmpty()) {
            Map<Long, Student> children = students
                    .all(rows.stream()
                            .filter(row -> row.kind() == OutboxRow.Kind.STUDENT)
                            .map(OutboxRow::subject)
                            .toList())
                    .stream()
                    .collect(Collectors.toMap(Student::id, child -> child));
            for (OutboxRow row : rows) {
                put(index, row, children);
                done = row.number();
            }
            rows = outbox.after(done, BATCH);
        }
        index.refresh();
    }

    /** Makes what was put last; every second or so. */
    public void commit() {
        try {
            premises.index().commit();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the index could not be committed; the next try comes in a second", e);
        }
    }

    private void put(SearchIndex index, OutboxRow row, Map<Long, Student> children) {
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
        Map<String, Object> values = ValuesJson.read(instrument.valuesJson());
        Form form = frozen.of(instrument);
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
                text(form, instrument, values),
                sensitiveText(form, values),
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

    /** The whole paper as printed, without what stands in sensitive fields. */
    private String text(Form form, Instrument instrument, Map<String, Object> values) {
        Map<String, Object> open = new LinkedHashMap<>(values);
        form.fields().stream().filter(Field::sensitive).map(Field::name).forEach(open::remove);
        SheetFacts facts = SheetFacts.issued(
                instrument.serial(),
                instrument.issuedOn(),
                instrument.archivalNumber().toString(),
                instrument.issuer().name());
        return Jsoup.parse(premises.forms().sheet(form).forPaper(open, facts))
                .body()
                .wholeText();
    }

    private static String sensitiveText(Form form, Map<String, Object> values) {
        StringBuilder text = new StringBuilder();
        form.fields().stream()
                .filter(field -> field.sensitive() && values.containsKey(field.name()))
                .forEach(field -> text.append(field.label())
                        .append(' ')
                        .append(FieldText.of(field, values.get(field.name())))
                        .append('\n'));
        return text.toString();
    }
}
