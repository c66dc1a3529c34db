package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Subject;
import org.guixue.person.Student;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk who hands in a certificate and a head of the school who may approve it; every act comes from a bench of its own. */
abstract class ApprovalDesk {
    static final FormId CERTIFICATE = FormId.parse("shifan/enrolment-certificate");
    static final Map<String, Object> VALUES = Map.of("purpose", "申请临时救助");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    WorkshopCounty county;
    Caller clerk;
    Caller approver;

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        clerk = county.clerk();
        approver = county.approver();
    }

    Approving approving() {
        return workshop.bench().approving;
    }

    Student child() {
        return workshop.bench().child(county.first());
    }

    Draft handIn(Caller owner, Student child) {
        Workshop.Bench bench = workshop.bench();
        Draft draft = bench.drafts.begin(owner, CERTIFICATE, Subject.of(child), VALUES);
        return bench.approving.handIn(owner, draft.id());
    }

    Instrument approve(Caller by, Draft draft) {
        return approving().approve(by, draft.id(), digest(draft));
    }

    static String digest(Draft draft) {
        return draft.submission().orElseThrow().digest().hex();
    }

    Draft find(Caller owner, Draft draft) {
        return workshop.bench().drafts.find(owner, draft.id());
    }

    static <R extends Refused> void refuses(Class<R> how, String saying, Runnable act) {
        R refused = assertThrows(how, act::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(saying), String.valueOf(refused.getMessage()));
    }
}
