package org.guixue.instrument.issuing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.casefile.Case;
import org.guixue.instrument.Approved;
import org.guixue.instrument.SerialNumber;
import org.guixue.instrument.ValuesJson;
import org.guixue.office.Office;
import org.guixue.person.Student;

/**
 * Writes record.json: what was known of a record when its number was allotted, in the terms of DA/T 46-2009, so that the
 * catalogue can be rebuilt from the sealed files alone. Frozen: the bytes are compared when a file is adopted.
 */
final class RecordJson {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RecordJson() {}

    static byte[] write(
            Checked checked,
            SerialNumber serial,
            ArchivalNumber archivalNumber,
            LocalDate issuedOn,
            Instant reservedAt,
            Optional<Approved> approved,
            String token,
            byte[] valuesJson) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("schema", "guixue-record-1");
        record.put("archivalNumber", archivalNumber.toString());
        record.put("serial", serial.text());
        record.put("seriesKey", serial.seriesKey());
        record.put("serialYear", serial.year());
        record.put("serialNumber", serial.number());
        record.put("title", checked.form().title());
        record.put("words", new java.util.TreeMap<>(checked.form().words()));
        record.put("kind", checked.form().kind());
        record.put("form", form(checked));
        record.put("issuer", office(checked.issuer()));
        record.put("issuedOn", issuedOn.toString());
        record.put("reservedAt", reservedAt.atZone(ZONE).toOffsetDateTime().toString());
        record.put(
                "issuedBy",
                Map.of(
                        "account",
                        checked.caller().account(),
                        "name",
                        checked.caller().displayName()));
        approved.ifPresent(approval -> record.put("approvedBy", approval(approval)));
        record.put("subject", subject(checked));
        record.put("retention", checked.form().retention());
        record.put("access", checked.sensitive() ? "sensitive" : "ordinary");
        record.put("token", token);
        record.put("language", "zh-CN");
        record.put("valuesSha256", Sha256.of(valuesJson).hex());
        record.put("photos", checked.photos());
        return ValuesJson.write(record);
    }

    private static Map<String, Object> approval(Approved approved) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("account", approved.account());
        facts.put("name", approved.name());
        facts.put("at", approved.at().atZone(ZONE).toOffsetDateTime().toString());
        facts.put(
                "submittedAt",
                approved.submittedAt().atZone(ZONE).toOffsetDateTime().toString());
        return facts;
    }

    private static Map<String, Object> form(Checked checked) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", checked.form().id().toString());
        form.put("version", checked.form().version());
        form.put("templateSha256", checked.form().digest().hex());
        return form;
    }

    private static Map<String, Object> office(Office office) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", office.id());
        facts.put("code", office.code());
        facts.put("name", office.name());
        facts.put("mark", office.mark());
        facts.put("fonds", office.fonds());
        return facts;
    }

    private static Map<String, Object> subject(Checked checked) {
        Map<String, Object> subject = new LinkedHashMap<>();
        checked.subject().student().ifPresent(child -> subject.put("student", student(child)));
        checked.subject().caseFile().map(Case::id).ifPresent(id -> subject.put("case", id));
        checked.subject().office().ifPresent(office -> subject.put("office", office(office)));
        checked.subject().term().ifPresent(term -> subject.put("term", term));
        return subject;
    }

    private static Map<String, Object> student(Student student) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", student.id());
        facts.put("name", student.name());
        facts.put("maskedId", student.maskedId());
        return facts;
    }
}
