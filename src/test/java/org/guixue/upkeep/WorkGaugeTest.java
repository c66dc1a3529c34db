package org.guixue.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.guixue.access.OfficeKind;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.HouseDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkGaugeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    private final HouseDatabase database = HouseDatabase.inMemory();
    private EntityManager entities;
    private WorkGauge gauge;

    @BeforeEach
    void open() {
        entities = database.entities();
        gauge = new WorkGauge(new UnfinishedWork(entities), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    private Signal signal(String name) {
        entities.clear();
        return gauge.read().stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String ago(Duration age) {
        return "timestamp('%s')"
                .formatted(LocalDateTime.ofInstant(NOW.minus(age), ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' ')
                        .concat(":00"));
    }

    @Test
    void anEmptyHouseHasNothingToDo() {
        gauge.read().forEach(signal -> assertEquals(Urgency.FINE, signal.urgency(), signal.name()));
    }

    @Test
    void papersThatWaitForTheirSealAreWatchedAfterMinutesAndActedUponAfterAnHour() {
        entities.getTransaction().begin();
        Office office = new Offices(entities, database.identifiers())
                .add(new Office(null, OfficeKind.COUNTY_BUREAU, "县教育局", "360000", "教", "national", "本县")
                        .withFonds("JY01"));
        entities.getTransaction().commit();
        database.execute(
                "insert into frozen_template values ('d', 'f', 1, cast(X'00' as blob))",
                "insert into instrument (id, form, form_version, template_digest, title, kind, issuer_id, issuer_path, state,"
                        + " serial, serial_year, serial_no, series_key, archival_number, issued_on, reserved_at, issued_by,"
                        + " issued_by_name, token, values_json, record_json, sensitive, pages, attempts, next_try_at, version)"
                        + " values (1, 'f', 1, 'd', 't', 'k', " + office.id()
                        + ", '/', 'RESERVED', 's', 2026, 1, 'k', 'a',"
                        + " date('2026-11-30'), " + ago(Duration.ofMinutes(1)) + ", 1, 'n', 't', cast(X'00' as blob),"
                        + " cast(X'00' as blob), false, 0, 0, current_timestamp, 1)");
        assertEquals(Urgency.FINE, signal("sealing").urgency());
        assertEquals(1L, signal("sealing").values().get("waiting"));
        database.execute("update instrument set reserved_at = " + ago(Duration.ofMinutes(6)));
        assertEquals(Urgency.WATCH, signal("sealing").urgency());
        database.execute("update instrument set reserved_at = " + ago(Duration.ofMinutes(61)));
        assertEquals(Urgency.ACT, signal("sealing").urgency());
        assertEquals(
                NOW.minus(Duration.ofMinutes(61)), signal("sealing").since().orElseThrow());
        assertFalse(signal("sealing").todo().isEmpty());
        database.execute("update instrument set state = 'ISSUED'");
        assertEquals(Urgency.FINE, signal("sealing").urgency());
    }

    @Test
    void aBatchThatStandsStillIsActedUponAndOneWithFailuresWatched() {
        database.execute(
                "insert into batch (id, title, form, state, total, owner_id, owner_name, owner_role, owner_path,"
                        + " owner_sensitive, created_at, version) values (1, 't', 'f', 'RUNNING', 2, 1, 'n', 'CLERK', '/',"
                        + " false, " + ago(Duration.ofHours(2)) + ", 1)",
                item(1, "DONE", Duration.ofMinutes(10)),
                item(2, "WAITING", Duration.ofHours(2)));
        assertEquals(Urgency.FINE, signal("jobs.batches").urgency());
        database.execute("update batch_item set changed_at = " + ago(Duration.ofMinutes(40)));
        assertEquals(Urgency.ACT, signal("jobs.batches").urgency());
        database.execute("update batch set state = 'DONE'", "update batch_item set state = 'FAILED' where id = 2");
        assertEquals(Urgency.WATCH, signal("jobs.batches").urgency());
        assertEquals(1L, signal("jobs.batches").values().get("failed"));
        database.execute("update batch set created_at = " + ago(Duration.ofDays(8)));
        assertEquals(Urgency.FINE, signal("jobs.batches").urgency());
    }

    private static String item(int id, String state, Duration age) {
        return "insert into batch_item (id, batch_id, position_no, term, label, about, values_json, state, attempts, message,"
                + " changed_at, version) values (" + id + ", 1, " + id + ", '', 'l', 'a', '{}', '" + state
                + "', 1, '', "
                + ago(age) + ", 1)";
    }

    @Test
    void aPileThatIsNotReadIsActedUpon() {
        database.execute("insert into scan_pile (id, title, sha256, state, pages, owner_id, owner_name, owner_role,"
                + " owner_path, owner_sensitive, uploaded_at, version) values (1, 't', 'd', 'READING', 1, 1, 'n', 'CLERK', '/',"
                + " false, " + ago(Duration.ofMinutes(31)) + ", 1)");
        assertEquals(Urgency.ACT, signal("jobs.scans").urgency());
        database.execute("update scan_pile set state = 'WAITING'");
        assertEquals(Urgency.FINE, signal("jobs.scans").urgency());
    }
}
