package org.guixue.casefile.history;

import static org.guixue.casefile.history.CaseState.OUT;
import static org.guixue.casefile.history.CaseState.RETURNED;
import static org.guixue.casefile.history.CaseState.SUSPECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a case stands, in straight and crooked ways. Days are of September 2026 and on: day 1 is the first. */
class CaseHistoryTest {
    private final List<CaseEvent> events = new ArrayList<>();

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 9, 1).plusDays(day - 1L);
    }

    private static Instant evening(LocalDate day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    /** Recorded on the evening of its day. */
    private long happen(int on, EventKind kind, String... facts) {
        return happenLate(on, on, kind, facts);
    }

    private long happenLate(int on, int recorded, EventKind kind, String... facts) {
        Map<Fact, String> said = new EnumMap<>(Fact.class);
        for (int i = 0; i < facts.length; i += 2) {
            said.put(Fact.valueOf(facts[i]), facts[i + 1]);
        }
        long id = events.size() + 1L;
        events.add(new CaseEvent(
                id,
                kind,
                day(on),
                evening(day(recorded)),
                7,
                "",
                on == recorded ? "" : "补录",
                new Facts(said),
                List.of()));
        return id;
    }

    private Situation knownOn(int day, int knownBy) {
        return new CaseHistory(events).on(day(day), evening(day(knownBy))).orElseThrow();
    }

    private CaseState state(int day) {
        return knownOn(day, 400).state();
    }

    @Test
    void goesTheStraightWayFromSuspicionToStrikeOff() {
        assertEquals(Optional.empty(), new CaseHistory(events).on(day(1), evening(day(1))));
        happen(2, EventKind.OPENED, "CAUSE", "外出打工", "LAST_DAY_ATTENDED", "2026-08-28");
        happen(3, EventKind.CONFIRMED);
        happen(4, EventKind.PERSUADED, "PERSUASION", "1", "JOINT", "true");
        happen(10, EventKind.NOTICE_RECEIVED);
        happen(20, EventKind.REPORTED_UP);
        happen(25, EventKind.ORDERED);
        happen(60, EventKind.RETURNED, "GRADE", "八年级", "SCHOOL_CLASS", "1班", "CLASS_FORM", "随班就读");
        happen(70, EventKind.WATCHED);
        happen(100, EventKind.STRIKE_OFF_PROPOSED, "END", "RETURNED");
        happen(103, EventKind.STRUCK_OFF, "END", "RETURNED");
        assertEquals(SUSPECTED, state(2));
        assertEquals(OUT, state(3));
        assertEquals(OUT, state(59));
        assertEquals(RETURNED, state(60));
        assertEquals(Optional.of("RETURNED"), knownOn(101, 400).proposal());
        assertEquals(CaseState.STRUCK_OFF, state(103));
        Situation during = knownOn(30, 400);
        assertEquals(1, during.jointPersuasions());
        assertEquals(Optional.of(day(10)), during.noticeReceived());
        assertEquals(Optional.of("外出打工"), during.cause());
        assertEquals(List.of(), knownOn(103, 400).flawed());
    }

    @Test
    void aRelapseBeginsTheNextSpellWithItsOwnCounts() {
        happen(1, EventKind.OPENED);
        happen(2, EventKind.CONFIRMED);
        happen(3, EventKind.PERSUADED, "PERSUASION", "1", "JOINT", "true");
        happen(5, EventKind.RETURNED, "GRADE", "七年级", "SCHOOL_CLASS", "1班", "CLASS_FORM", "随班就读");
        happen(9, EventKind.RELAPSED, "CAUSE", "厌学");
        Situation again = knownOn(9, 400);
        assertEquals(OUT, again.state());
        assertEquals(2, again.spell());
        assertEquals(day(9), again.spellFrom());
        assertEquals(0, again.jointPersuasions());
    }

    @Test
    void yesterdaysListAsKnownThenAndAsKnownNow() {
        happen(1, EventKind.OPENED);
        happenLate(3, 8, EventKind.CONFIRMED);
        assertEquals(SUSPECTED, knownOn(5, 5).state());
        assertEquals(OUT, knownOn(5, 8).state());
    }

    private void grant(int on, String of, String ground, int until) {
        happen(
                on,
                EventKind.DECIDED,
                "OF",
                of,
                "GROUND",
                ground,
                "GRANTED",
                "true",
                "UNTIL",
                day(until).toString());
    }

    @Test
    void aGrantedPeriodEndsByItself() {
        happen(1, EventKind.OPENED, "AS", "APPLICATION");
        happen(2, EventKind.APPLIED, "OF", "DEFERRAL", "GROUND", "HEALTH");
        grant(5, "DEFERRAL", "HEALTH", 100);
        assertEquals(CaseState.APPLYING, state(4));
        assertEquals(CaseState.DEFERRED, state(100));
        assertEquals(SUSPECTED, state(101));
        assertEquals(day(101), knownOn(150, 400).since());
    }

    @Test
    void whoRefusesIsOutWhenThePeriodIsOverUnlessItWasRenewed() {
        happen(1, EventKind.OPENED);
        happen(2, EventKind.CONFIRMED);
        grant(3, "SUSPENSION", "REFUSAL", 50);
        assertEquals(OUT, state(51));
        grant(45, "SUSPENSION", "REFUSAL", 90);
        assertEquals(CaseState.SUSPENDED, state(51));
        assertEquals(OUT, state(91));
    }

    @Test
    void aRefusedApplicationChangesNothing() {
        happen(1, EventKind.OPENED, "AS", "APPLICATION");
        happen(2, EventKind.DECIDED, "OF", "DEFERRAL", "GROUND", "HEALTH", "GRANTED", "false");
        assertEquals(CaseState.APPLYING, state(3));
    }

    @Test
    void aWrongReturnCorrectedTakesWatchAndStrikeOffTheirFooting() {
        happen(1, EventKind.OPENED);
        happen(2, EventKind.CONFIRMED);
        long wrong = happen(10, EventKind.RETURNED, "GRADE", "七年级", "SCHOOL_CLASS", "1班", "CLASS_FORM", "随班就读");
        happen(20, EventKind.WATCHED);
        happen(40, EventKind.STRIKE_OFF_PROPOSED, "END", "RETURNED");
        happen(41, EventKind.STRUCK_OFF, "END", "RETURNED");
        assertEquals(CaseState.STRUCK_OFF, state(45));
        long correction = happen(50, EventKind.CORRECTED, "CORRECTS", Long.toString(wrong));
        assertEquals(CaseState.STRUCK_OFF, knownOn(45, 49).state(), "as known then");
        Situation now = knownOn(50, 50);
        assertEquals(OUT, now.state());
        assertEquals(
                List.of(EventKind.WATCHED, EventKind.STRIKE_OFF_PROPOSED, EventKind.STRUCK_OFF),
                now.flawed().stream().map(CaseEvent::kind).toList());
        CaseHistory history = new CaseHistory(events);
        assertEquals(
                correction, history.correctionOf(events.get(2)).orElseThrow().id());

        happen(60, EventKind.CORRECTED, "CORRECTS", Long.toString(correction));
        assertEquals(CaseState.STRUCK_OFF, state(60), "the correction itself was wrong");
    }

    @Test
    void twoNoticesTheFirstVoidStartTheWeekAnew() {
        happen(1, EventKind.OPENED);
        long first = happen(5, EventKind.NOTICE_RECEIVED);
        happen(9, EventKind.NOTICE_RECEIVED);
        assertEquals(Optional.of(day(5)), knownOn(10, 10).noticeReceived());
        happen(11, EventKind.CORRECTED, "CORRECTS", Long.toString(first));
        assertEquals(Optional.of(day(9)), knownOn(11, 11).noticeReceived());
    }

    @Test
    void aCaseIsLedByWhoAcceptedItLast() {
        happen(1, EventKind.OPENED);
        happen(2, EventKind.HANDED_OVER, "TO", "12");
        assertEquals(7, knownOn(2, 2).lead().orElseThrow());
        assertEquals(12, knownOn(2, 2).handedTo().orElseThrow());
        happen(3, EventKind.ACCEPTED);
        assertEquals(12, knownOn(3, 3).lead().orElseThrow());
        assertTrue(knownOn(3, 3).handedTo().isEmpty());
    }

    @Test
    void nothingIsAcceptedThatWasNotHandedOverAndNothingStruckOffThatWasNotProposed() {
        happen(1, EventKind.OPENED);
        happen(2, EventKind.ACCEPTED);
        happen(3, EventKind.CONFIRMED);
        happen(4, EventKind.STRUCK_OFF, "END", "DIED");
        assertEquals(OUT, state(4));
        assertEquals(2, knownOn(4, 4).flawed().size());
    }

    @Test
    void aSuspicionAfterAClearedOneIsTheNextSpell() {
        happen(1, EventKind.OPENED);
        happen(2, EventKind.CLEARED);
        assertTrue(state(2).ended());
        happen(30, EventKind.OPENED);
        assertEquals(SUSPECTED, state(30));
        assertEquals(2, knownOn(30, 30).spell());
    }

    @Test
    void aFactIsOfItsKind() {
        assertThrows(IllegalArgumentException.class, () -> new Facts(Map.of(Fact.OF, "HOLIDAY")));
        assertThrows(IllegalArgumentException.class, () -> new Facts(Map.of(Fact.GRANTED, "yes")));
        assertThrows(DateTimeException.class, () -> new Facts(Map.of(Fact.UNTIL, "2026-02-30")));
        assertThrows(IllegalArgumentException.class, () -> new Facts(Map.of(Fact.CAUSE, " ")));
    }
}
