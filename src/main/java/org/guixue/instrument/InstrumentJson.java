package org.guixue.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.Sha256;
import org.guixue.office.Office;
import org.guixue.person.Student;

/** An instrument as the API shows it. */
public final class InstrumentJson {
    private InstrumentJson() {}

    public static Map<String, Object> of(Instrument instrument) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", instrument.id());
        json.put("serial", instrument.serial());
        json.put("archivalNumber", instrument.archivalNumber().toString());
        json.put("state", instrument.state());
        json.put("form", instrument.form().toString());
        json.put("title", instrument.title());
        json.put("student", instrument.student().map(Student::id).orElse(null));
        json.put("office", instrument.subject().office().map(Office::id).orElse(null));
        json.put("issuer", instrument.issuer().id());
        json.put("issuedOn", instrument.issuedOn());
        json.put("issuedAt", instrument.issuedAt().orElse(null));
        json.put("issuedBy", instrument.issuedByName());
        json.put("approvedBy", instrument.approved().map(Approved::name).orElse(null));
        json.put("sha256", instrument.sha256().map(Sha256::hex).orElse(null));
        json.put("pages", instrument.sealed() ? instrument.pages() : null);
        return json;
    }
}
