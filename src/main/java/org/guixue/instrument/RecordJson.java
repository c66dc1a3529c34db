package org.guixue.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.form.FormId;
import org.guixue.instrument.RecordFacts.Account;
import org.guixue.instrument.RecordFacts.ChildThen;
import org.guixue.instrument.RecordFacts.FormThen;
import org.guixue.instrument.RecordFacts.OfficeThen;
import org.guixue.instrument.RecordFacts.Predecessor;
import org.guixue.instrument.RecordFacts.SubjectThen;

/**
 * Writes and reads record.json, the facts that every sealed file carries. Frozen when the number is allotted: the bytes are
 * compared when a file is adopted. {@code guixue-record-1} is read for ever; what takes the place of a void paper is
 * {@code guixue-record-2} and names it.
 */
public final class RecordJson {
    /** What the file is called among the attachments of a sealed paper. */
    public static final String FILE = "record.json";

    private static final String SCHEMA = "guixue-record-1";
    private static final String WITH_PREDECESSOR = "guixue-record-2";
    private static final String SENSITIVE = "sensitive";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RecordJson() {}

    public static byte[] write(RecordFacts facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", facts.replaces().isPresent() ? WITH_PREDECESSOR : SCHEMA);
        json.put("archivalNumber", facts.archivalNumber().toString());
        json.put("serial", facts.serial().text());
        json.put("seriesKey", facts.serial().seriesKey());
        json.put("serialYear", facts.serial().year());
        json.put("serialNumber", facts.serial().number());
        json.put("title", facts.title());
        json.put("words", facts.words());
        json.put("kind", facts.kind());
        json.put("form", json(facts.form()));
        json.put("issuer", json(facts.issuer()));
        json.put("issuedOn", facts.issuedOn().toString());
        json.put("reservedAt", text(facts.reservedAt()));
        json.put("issuedBy", json(facts.issuedBy()));
        facts.approved().ifPresent(approved -> json.put("approvedBy", json(approved)));
        json.put("subject", json(facts.subject()));
        json.put("retention", facts.retention());
        json.put("access", facts.sensitive() ? SENSITIVE : "ordinary");
        json.put("token", facts.token());
        json.put("language", "zh-CN");
        json.put("valuesSha256", facts.valuesSha256().hex());
        json.put("photos", facts.photos());
        facts.replaces().ifPresent(old -> json.put("replaces", json(old)));
        return ValuesJson.write(json);
    }

    /** @throws IllegalArgumentException where it is no record.json of ours, saying what was expected and what was found */
    public static RecordFacts read(byte[] bytes) {
        JsonNode json = ValuesJson.tree(bytes);
        String schema = json.path("schema").asText();
        if (!schema.equals(SCHEMA) && !schema.equals(WITH_PREDECESSOR)) {
            throw new IllegalArgumentException(
                    "expected the schema %s or %s, found: %s".formatted(SCHEMA, WITH_PREDECESSOR, schema));
        }
        return new RecordFacts(
                ArchivalNumber.parse(json.path("archivalNumber").asText()),
                serial(json),
                json.path("title").asText(),
                texts(json.path("words")),
                json.path("kind").asText(),
                form(json.path("form")),
                office(json.path("issuer")),
                LocalDate.parse(json.path("issuedOn").asText()),
                instant(json.path("reservedAt")),
                new Account(
                        json.at("/issuedBy/account").asLong(),
                        json.at("/issuedBy/name").asText()),
                Optional.of(json.path("approvedBy")).filter(JsonNode::isObject).map(RecordJson::approved),
                subject(json.path("subject")),
                json.path("retention").asText(),
                json.path("access").asText().equals(SENSITIVE),
                json.path("token").asText(),
                new Sha256(json.path("valuesSha256").asText()),
                texts(json.path("photos")),
                Optional.of(json.path("replaces")).filter(JsonNode::isObject).map(RecordJson::predecessor));
    }

    private static Map<String, Object> json(Predecessor old) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("archivalNumber", old.number().toString());
        json.put("serial", old.serial());
        return json;
    }

    private static Predecessor predecessor(JsonNode json) {
        return new Predecessor(
                ArchivalNumber.parse(json.path("archivalNumber").asText()),
                json.path("serial").asText());
    }

    private static SerialNumber serial(JsonNode json) {
        return new SerialNumber(
                json.path("seriesKey").asText(),
                json.path("serialYear").asInt(),
                json.path("serialNumber").asLong(),
                json.path("serial").asText());
    }

    private static Map<String, Object> json(FormThen form) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", form.id().toString());
        json.put("version", form.version());
        json.put("templateSha256", form.templateSha256().hex());
        return json;
    }

    private static FormThen form(JsonNode json) {
        return new FormThen(
                FormId.parse(json.path("id").asText()),
                json.path("version").asInt(),
                new Sha256(json.path("templateSha256").asText()));
    }

    private static Map<String, Object> json(OfficeThen office) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", office.id());
        json.put("code", office.code());
        json.put("name", office.name());
        json.put("mark", office.mark());
        json.put("fonds", office.fonds());
        return json;
    }

    private static OfficeThen office(JsonNode json) {
        return new OfficeThen(
                json.path("id").asLong(),
                json.path("code").asText(),
                json.path("name").asText(),
                json.path("mark").asText(),
                json.path("fonds").asText());
    }

    private static Map<String, Object> json(Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", account.account());
        json.put("name", account.name());
        return json;
    }

    private static Map<String, Object> json(Approved approved) {
        Map<String, Object> json = json(new Account(approved.account(), approved.name()));
        json.put("at", text(approved.at()));
        json.put("submittedAt", text(approved.submittedAt()));
        return json;
    }

    private static Approved approved(JsonNode json) {
        return new Approved(
                json.path("account").asLong(),
                json.path("name").asText(),
                instant(json.path("at")),
                instant(json.path("submittedAt")));
    }

    private static Map<String, Object> json(SubjectThen subject) {
        Map<String, Object> json = new LinkedHashMap<>();
        subject.student().ifPresent(child -> json.put("student", json(child)));
        subject.caseId().ifPresent(id -> json.put("case", id));
        subject.office().ifPresent(office -> json.put("office", json(office)));
        subject.term().ifPresent(term -> json.put("term", term));
        return json;
    }

    private static SubjectThen subject(JsonNode json) {
        return new SubjectThen(
                Optional.of(json.path("student")).filter(JsonNode::isObject).map(RecordJson::child),
                Optional.of(json.path("case")).filter(JsonNode::isNumber).map(JsonNode::asLong),
                Optional.of(json.path("office")).filter(JsonNode::isObject).map(RecordJson::office),
                Optional.of(json.path("term")).filter(JsonNode::isTextual).map(JsonNode::asText));
    }

    private static Map<String, Object> json(ChildThen child) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", child.id());
        json.put("name", child.name());
        json.put("maskedId", child.maskedId());
        return json;
    }

    private static ChildThen child(JsonNode json) {
        return new ChildThen(
                json.path("id").asLong(),
                json.path("name").asText(),
                json.path("maskedId").asText());
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }

    private static String text(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime().toString();
    }

    private static Instant instant(JsonNode json) {
        return OffsetDateTime.parse(json.asText()).toInstant();
    }
}
