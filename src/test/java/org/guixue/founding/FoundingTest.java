package org.guixue.founding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.account.Accounts;
import org.guixue.account.Passwords;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.HouseTrail;
import org.guixue.form.FormCatalog;
import org.guixue.instrument.Instruments;
import org.guixue.office.Establishment;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.office.OfficeChecks;
import org.guixue.office.OfficeDetails;
import org.guixue.office.OfficePlace;
import org.guixue.office.Offices;
import org.guixue.office.OrderPower;
import org.guixue.person.Students;
import org.guixue.rendering.PublicAddress;
import org.guixue.signing.KeySafe;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;
import org.guixue.yearbook.YearDraft;
import org.guixue.yearbook.YearKeeping;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));

    @TempDir
    Path folder;

    private final HouseDatabase house = HouseDatabase.inMemory();
    private final EntityManager entities = house.entities();
    private final Identifiers identifiers = house.identifiers();
    private final Transactions transactions = HouseDatabase.transactions(entities);
    private final SecureRandom random = new SecureRandom();
    private final Offices offices = new Offices(entities, identifiers);
    private final Accounts accounts = new Accounts(entities, new Passwords(random), offices, identifiers);
    private final Installations installations = new Installations(entities, CLOCK, random);
    private final HouseTrail trail = new HouseTrail(
            new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers)), CLOCK);
    private final Establishment establishment = new Establishment(
            transactions,
            offices,
            trail,
            named -> {},
            List.of(),
            List.of(),
            new OfficeChecks(offices, id -> FORMS.jurisdiction(id).isPresent()));
    private final YearPlans plans = new YearPlans(entities, identifiers);
    private Office office;
    private Caller bureau;
    private Founding founding;

    @BeforeEach
    void begin() throws IOException {
        transactions.perform(() -> installations.begin(false, Duration.ZERO));
        office = transactions.run(() -> offices.add(
                new Office(null, OfficeKind.COUNTY_BUREAU, "县教育局", "000000", "教", "national", "本县").withFonds("JY01")));
        bureau = new Caller(1, "bureau", "管理员", Role.BUREAU, office.scope(), false, false, "127.0.0.1");
        PublicAddress address = () -> URI.create("https://guixue.example.cn");
        founding = new Founding(
                new FoundingFacts(
                        offices,
                        accounts,
                        FORMS,
                        new Yearbook(plans),
                        KeySafe.open(folder, Optional.empty(), address::url, CLOCK, random),
                        address,
                        new Students(entities, identifiers),
                        new Instruments(entities, identifiers),
                        CLOCK),
                new FoundingDismissals(entities),
                installations,
                transactions,
                trail,
                CLOCK);
    }

    @AfterEach
    void close() {
        entities.close();
        house.close();
    }

    private String standings() {
        return founding.of(bureau).steps().stream()
                .map(step -> step.key() + ":" + step.standing())
                .collect(Collectors.joining(" "));
    }

    private FoundingStep step(String key) {
        return founding.of(bureau).steps().stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void correct(String code, String province, String jurisdiction) {
        establishment.correct(
                bureau,
                office.id(),
                new OfficeDetails(
                        OfficeKind.COUNTY_BUREAU,
                        "青禾县教育局",
                        code,
                        "青教",
                        "JY01",
                        jurisdiction,
                        "青禾县",
                        new OfficePlace(province, "青水市", "青禾县", "", ""),
                        "",
                        "",
                        OrderPower.none(),
                        OptionalLong.empty()),
                offices.find(office.id()).orElseThrow().version());
    }

    private Office below(Office parent, OfficeKind kind, String name, String code, String mark) {
        return transactions.run(() -> offices.add(
                new Office(offices.find(parent.id()).orElseThrow(), kind, name, code, mark, "haikou", "青禾镇")));
    }

    @Test
    void anEmptyHouseBeginsWithItsOwnOffice() {
        assertEquals(
                "office:OPEN jurisdiction:WAITING calendar:OPEN offices:WAITING seals:WAITING accounts:WAITING"
                        + " roster:WAITING notice:WAITING",
                standings());
        assertEquals("office", founding.of(bureau).next().orElseThrow().key());
        assertEquals(8, founding.of(bureau).left());
    }

    @Test
    void aCodeOfAnotherProvinceIsNotDone() {
        correct("360799", "甘肃省", "national");
        assertEquals(FoundingStep.Standing.OPEN, step("office").standing());
        assertTrue(step("office").detail().contains("江西省"));
        correct("620599", "甘肃省", "national");
        assertEquals(FoundingStep.Standing.DONE, step("office").standing());
        assertEquals(FoundingStep.Standing.OPEN, step("jurisdiction").standing());
    }

    private void enter(String term, LocalDate from, LocalDate until) {
        new YearKeeping(transactions, plans, offices, trail, CLOCK)
                .write(
                        bureau,
                        new YearDraft(
                                from.getYear(),
                                Optional.empty(),
                                List.of(),
                                List.of(new YearDraft.Term(0, term, from, until))),
                        OptionalInt.empty());
    }

    /** It was done here and open in 年度工作. */
    @Test
    void calendarIsOpenWhileTheSpringTermIsMissing() {
        enter("2026-autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20));
        assertEquals(FoundingStep.Standing.OPEN, step("calendar").standing());
        assertTrue(
                step("calendar").detail().contains("没有填写：2027年春季学期"),
                step("calendar").detail());
    }

    @Test
    void whatIsDoneElsewhereIsDone() {
        correct("620599", "甘肃省", "haikou");
        enter("2026-autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20));
        enter("2027-spring", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 7, 5));
        Office township = below(office, OfficeKind.TOWNSHIP, "青禾镇人民政府", "620599101", "青禾政");
        assertEquals(FoundingStep.Standing.OPEN, step("offices").standing());
        Office school = below(township, OfficeKind.SCHOOL, "青禾镇中心小学", "6205990001", "青小");
        transactions.perform(
                () -> accounts.open("wang.yu", "两只黄鹂鸣翠柳一行白鹭", "王雨", Role.CLERK, school.scope(), false, true));
        assertEquals(
                "office:DONE jurisdiction:DONE calendar:DONE offices:DONE seals:OPEN accounts:DONE roster:OPEN"
                        + " notice:WAITING",
                standings());
        assertTrue(step("accounts").detail().contains("还没有人有“用印审批”"));
        assertTrue(
                step("seals").detail().contains("GUIXUE_KEY_PASSPHRASE_FILE"),
                "says what is missing, and who mends it");
    }

    @Test
    void isNotPutAsideBeforeTheFirstPaper() {
        assertThrows(Conflict.class, () -> founding.dismiss(bureau));
        assertTrue(founding.onDesk(bureau).isPresent());
    }

    @Test
    void onlyABureauIsLed() {
        Caller inspector = new Caller(2, "x", "督导", Role.INSPECTOR, office.scope(), false, false, "127.0.0.1");
        assertTrue(founding.onDesk(inspector).isEmpty());
        assertThrows(Forbidden.class, () -> founding.of(inspector));
    }

    @Test
    void whatWasPutAsideStaysSo() {
        FoundingDismissals dismissals = new FoundingDismissals(entities);
        transactions.perform(() -> dismissals.add(new FoundingDismissal(office.id(), 1, CLOCK.instant())));
        assertFalse(founding.concerns(bureau));
        assertTrue(founding.of(bureau).dismissed());
        transactions.perform(() -> dismissals.remove(office.id()));
        assertTrue(founding.concerns(bureau));
    }
}
