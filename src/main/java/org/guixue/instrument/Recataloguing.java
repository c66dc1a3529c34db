package org.guixue.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.BagId;
import org.guixue.casefile.Cases;
import org.guixue.form.FormId;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Students;
import org.guixue.rendering.PageCount;
import org.guixue.store.Counters;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;

/** Writes catalogue rows from archived files, one transaction each; used by {@link Recovery} alone. */
@ApplicationScoped
public class Recataloguing {
    @Inject
    private Premises premises;

    @Inject
    private Instruments instruments;

    @Inject
    private Counters counters;

    @Inject
    private Offices offices;

    @Inject
    private Students students;

    @Inject
    private Cases cases;

    @Inject
    private RegisterHeads heads;

    @Inject
    private Outbox outbox;

    @Transactional
    public void raiseArchival(BagId bag, long highestItem) {
        if (highestItem > 0) {
            counters.raise("archival:" + bag.fonds() + ":WS:" + bag.year() + ":" + bag.retention(), highestItem);
        }
    }

    @Transactional
    public void catalogue(ArchivedRecord record, JsonNode json, byte[] recordJson) {
        Archive archive = premises.archive();
        Sha256 digest = record.sha256().orElseThrow();
        byte[] file = archive.read(record.number(), digest);
        byte[] values = premises.signatures().embedded(file, "values.json").orElseThrow();
        Office issuer = offices.withCode(json.at("/issuer/code").asText())
                .orElseThrow(() -> new IllegalStateException("its issuer is not in the office tree"));
        SerialNumber serial = new SerialNumber(
                json.path("seriesKey").asText(),
                json.path("serialYear").asInt(),
                json.path("serialNumber").asLong(),
                json.path("serial").asText());
        FrozenTemplate template = template(json, file);
        instruments.freeze(template);
        OffsetDateTime reservedAt = OffsetDateTime.parse(json.path("reservedAt").asText());
        Instrument instrument = new Instrument(
                new FrozenPaper(
                        template.form(),
                        template.formVersion(),
                        template.digest(),
                        json.path("title").asText(),
                        json.path("kind").asText(),
                        subject(json.path("subject")),
                        issuer,
                        serial,
                        record.number(),
                        LocalDate.parse(json.path("issuedOn").asText()),
                        json.at("/issuedBy/account").asLong(),
                        json.at("/issuedBy/name").asText(),
                        approved(json.path("approvedBy")),
                        json.path("token").asText(),
                        values,
                        recordJson,
                        json.path("access").asText().equals("sensitive")),
                reservedAt.toInstant());
        instrument.confirm(
                digest, PageCount.of(file), record.accession().orElseThrow().at());
        if (record.state() == ArchivedRecord.State.VOID) {
            instrument.voidWith(
                    "（作废原因见原数据库备份）", "", record.accession().orElseThrow().at());
        }
        instruments.add(instrument);
        offices.issued(issuer);
        counters.raise(serial.seriesKey(), serial.number());
        archive.registerHeads().stream()
                .filter(head -> head.register().equals(record.number().bag().name()))
                .forEach(heads::remember);
        outbox.put(OutboxRow.Kind.INSTRUMENT, instrument.id());
    }

    /** The child or office, where the database still has it. */
    private Subject subject(JsonNode json) {
        Optional<Subject> ofCase = id(json.path("case")).flatMap(cases::find).map(Subject::of);
        Optional<Subject> ofStudent = id(json.at("/student/id"))
                .flatMap(students::find)
                .filter(child -> child.name().equals(json.at("/student/name").asText()))
                .map(Subject::of);
        Optional<Subject> ofOffice = Optional.of(json.at("/office/code").asText())
                .flatMap(offices::withCode)
                .map(Subject::of);
        return ofCase.or(() -> ofStudent)
                .or(() -> ofOffice)
                .or(() -> Optional.of(json.path("term").asText())
                        .filter(term -> !term.isEmpty())
                        .map(Subject::ofTerm))
                .orElseGet(Subject::none);
    }

    private static Optional<Approved> approved(JsonNode json) {
        return json.isObject()
                ? Optional.of(new Approved(
                        json.path("account").asLong(),
                        json.path("name").asText(),
                        OffsetDateTime.parse(json.path("at").asText()).toInstant(),
                        OffsetDateTime.parse(json.path("submittedAt").asText()).toInstant()))
                : Optional.empty();
    }

    private static Optional<Long> id(JsonNode json) {
        return json.isNumber() ? Optional.of(json.asLong()) : Optional.empty();
    }

    private FrozenTemplate template(JsonNode json, byte[] file) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"form.css", "form.html", "form.json", "paper.css"}) {
            premises.signatures().embedded(file, name).ifPresent(bytes -> files.put(name, bytes));
        }
        return FrozenTemplate.of(
                new Sha256(json.at("/form/templateSha256").asText()),
                FormId.parse(json.at("/form/id").asText()),
                json.at("/form/version").asInt(),
                files);
    }
}
