package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.archive.Archive;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Subject;
import org.guixue.office.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk who issues a notice of nonattendance, and what must hold of a paper that is only numbered or sealed. */
abstract class IssuingDesk {
    static final Optional<String> NO_KEY = Optional.empty();
    static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(3);

    @RegisterExtension
    final Workshop workshop = new Workshop();

    WorkshopCounty county;
    Workshop.Bench bench;
    Caller clerk;

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        bench = workshop.bench();
        clerk = county.clerk();
    }

    IssueOrder notice(Office school) {
        return new IssueOrder(
                FormId.parse("shangtianti/persuasion-notice"),
                Subject.of(bench.child(school)),
                Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访"));
    }

    Instrument issue() {
        return bench.issuing.issue(clerk, notice(county.first()), NO_KEY);
    }

    static Instrument find(Workshop.Bench at, Instrument paper) {
        return at.instruments.find(paper.id()).orElseThrow();
    }

    void assertReserved(Instrument paper, int attempts) {
        assertEquals(InstrumentState.RESERVED, paper.state());
        assertEquals(attempts, paper.attempts());
        assertEquals(Optional.empty(), paper.sha256());
    }

    /** Under the number that it has, and with one line in the register. */
    Instrument assertSealedLater(Workshop.Bench at, Instrument reserved) {
        workshop.pass(LONGER_THAN_A_LEASE);
        assertTrue(at.sealer.seal(reserved.id()));
        Instrument issued = find(at, reserved);
        assertEquals(reserved.serial(), issued.serial());
        assertEquals(reserved.archivalNumber(), issued.archivalNumber());
        assertSealed(issued, 1);
        return issued;
    }

    void assertSealed(Instrument issued, int lines) {
        Archive archive = workshop.archive();
        assertEquals(InstrumentState.ISSUED, issued.state());
        byte[] file = archive.read(issued.archivalNumber());
        assertEquals(Sha256.of(file), issued.sha256().orElseThrow());
        assertTrue(county.safe().signatures().check(file).passed());
        assertEquals(lines, archive.history(issued.archivalNumber()).lines().size());
    }
}
