package org.guixue.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Forbidden;
import org.guixue.Home;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.HouseTrail;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.OwnJurisdictions;
import org.guixue.form.Rule;
import org.guixue.office.Establishment;
import org.guixue.office.Office;
import org.guixue.office.OfficeChecks;
import org.guixue.office.Offices;
import org.guixue.rendering.Fonts;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.guixue.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptingTest {
    private static final FormId VISIT = FormId.parse("haikou/home-visit-record");
    private static final String ID = "county-990101";
    private static final String PLAIN = """
            {"name": "青禾县", "parent": "national", "adoptsRules": ["haikou/term-report"],
             "adopts": [{"form": "haikou/home-visit-record", "title": "青禾县家访记录表", "series": "家访", "approval": true}],
             "rules": [{"id": "half-year-summary", "off": true, "source": "本单位规定"}]}
            """;

    @TempDir
    Path folder;

    private final HouseDatabase house = HouseDatabase.inMemory();
    private final EntityManager entities = house.entities();
    private final Identifiers identifiers = house.identifiers();
    private final Transactions transactions = HouseDatabase.transactions(entities);
    private final Offices offices = new Offices(entities, identifiers);
    private final FormCatalog forms = FormCatalog.load(List.of(Path.of("forms")));
    private final HouseTrail trail = new HouseTrail(
            new AuditTrail(entities, identifiers, new AuditWriter(entities, transactions, identifiers)),
            Clock.systemUTC());
    private final List<String> told = new ArrayList<>();
    private Office bureau;
    private Office school;
    private Office neighbour;
    private Adopting adopting;

    @BeforeEach
    void begin() {
        bureau = add(null, OfficeKind.COUNTY_BUREAU, "青禾县教育局", "990101", "青教", "JY01");
        Office township = add(bureau, OfficeKind.TOWNSHIP, "青禾镇人民政府", "990101101", "青禾政", "");
        school = add(township, OfficeKind.SCHOOL, "青禾镇中心小学", "9901010001", "青小", "");
        neighbour = add(null, OfficeKind.COUNTY_BUREAU, "邻县教育局", "990102", "邻教", "JY02");
        adopting = new Adopting(
                new OwnJurisdictions(new Home(folder.toAbsolutePath()), Clock.systemUTC()),
                forms,
                Fonts.packed(),
                offices,
                new Establishment(
                        transactions,
                        offices,
                        trail,
                        named -> {},
                        List.of(),
                        List.of(),
                        new OfficeChecks(offices, id -> forms.jurisdiction(id).isPresent())),
                trail,
                transactions,
                written -> told.add(written.id()));
    }

    @AfterEach
    void close() {
        entities.close();
        house.close();
    }

    private Office add(Office parent, OfficeKind kind, String name, String code, String mark, String fonds) {
        return transactions.run(() -> {
            Office office = new Office(parent, kind, name, code, mark, "national", "青禾县");
            return offices.add(fonds.isEmpty() ? office : office.withFonds(fonds));
        });
    }

    private static Caller bureauOf(Office office) {
        return new Caller(1, "bureau", "管理员", Role.BUREAU, office.scope(), false, false, "127.0.0.1");
    }

    private Adopting.Kept write(String json, String seen) {
        return adopting.write(bureauOf(bureau), ID, json.getBytes(StandardCharsets.UTF_8), seen);
    }

    private Path file() {
        return folder.resolve("forms").resolve(ID).resolve("jurisdiction.json");
    }

    private long besides() throws IOException {
        try (var files = Files.list(file().getParent())) {
            return files.count() - 1;
        }
    }

    @Test
    void countsAtOnceForTheBureauAndAllBelow() {
        write(PLAIN, "");
        Form visit = forms.form(VISIT, ID).orElseThrow();
        assertEquals("青禾县家访记录表", visit.title());
        assertEquals("家访", visit.series());
        assertTrue(visit.approval());
        assertEquals(forms.form(VISIT).orElseThrow().digest(), visit.digest(), "adopted, not copied");
        List<String> rules = forms.rulesOf(ID).stream().map(Rule::id).toList();
        assertTrue(rules.contains("term-report"));
        assertEquals(ID, offices.find(bureau.id()).orElseThrow().jurisdiction());
        assertEquals(ID, offices.find(school.id()).orElseThrow().jurisdiction());
        assertEquals("national", offices.find(neighbour.id()).orElseThrow().jurisdiction());
        assertEquals(List.of(ID), told);
    }

    @Test
    void whatIsReadAtTheNextStartSaysTheSame() {
        write(PLAIN, "");
        FormCatalog again = FormCatalog.load(List.of(Path.of("forms"), folder.resolve("forms")));
        assertEquals(List.of(), again.faults());
        assertEquals("青禾县家访记录表", again.form(VISIT, ID).orElseThrow().title());
        assertEquals(forms.rulesOf(ID), again.rulesOf(ID));
    }

    @Test
    void aSecondEditorIsToldAndTheEarlierFileStaysBeside() throws IOException {
        Adopting.Kept first = write(PLAIN, "");
        assertThrows(Stale.class, () -> write("{\"name\": \"青禾县\", \"parent\": \"national\"}", ""));
        write("{\"name\": \"青禾县\", \"parent\": \"national\"}", first.stamp().hex());
        assertTrue(forms.form(VISIT, ID).isEmpty());
        assertEquals(1, besides());
        assertThrows(Stale.class, () -> write(PLAIN, first.stamp().hex()));
    }

    @Test
    void aFileThatWasChangedByHandMeanwhileIsNotWrittenOver() throws IOException {
        Adopting.Kept first = write(PLAIN, "");
        Files.writeString(file(), PLAIN.replace("家访", "访"));
        assertThrows(Stale.class, () -> write(PLAIN, first.stamp().hex()));
        assertTrue(Files.readString(file()).contains("\"访\""));
    }

    @Test
    void refusesWhatTheReaderOfTheFileRefuses() {
        assertRefused("不认识的键 “parents”", "{\"name\": \"青禾县\", \"parents\": \"national\"}");
        assertRefused("没有上级辖区 “nirgends”", "{\"name\": \"青禾县\", \"parent\": \"nirgends\"}");
        assertRefused("采用的表样 “haikou/none” 不存在或者有错", "{\"name\": \"青禾县\", \"adopts\": [{\"form\": \"haikou/none\"}]}");
        assertRefused("采用的规则 “haikou/none” 不存在", "{\"name\": \"青禾县\", \"adoptsRules\": [\"haikou/none\"]}");
        assertRefused("第1行：不是正确的 JSON", "{\"name\": ");
        assertRefused("没有字体能打印", PLAIN.replace("青禾县家访", "\ud878\udc00家访"));
        assertRefused("上级不能是本县自己", "{\"name\": \"青禾县\", \"parent\": \"" + ID + "\"}");
        assertFalse(Files.exists(file()));
        assertEquals("national", offices.find(bureau.id()).orElseThrow().jurisdiction());
    }

    private void assertRefused(String said, String json) {
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> write(json, ""));
        assertTrue(
                refused.violations().toString().contains(said),
                refused.violations().toString());
    }

    @Test
    void nobodyWritesAnothersOrAPackagedOne() {
        write(PLAIN, "");
        byte[] json = PLAIN.getBytes(StandardCharsets.UTF_8);
        assertThrows(NotFound.class, () -> adopting.write(bureauOf(neighbour), ID, json, "*"));
        assertThrows(NotFound.class, () -> adopting.find(bureauOf(neighbour), ID));
        assertThrows(Forbidden.class, () -> adopting.write(bureauOf(bureau), "haikou", json, ""));
        assertThrows(NotFound.class, () -> adopting.write(bureauOf(bureau), "../keys", json, ""));
        Caller clerk = new Caller(2, "x", "王", Role.CLERK, school.scope(), false, false, "127.0.0.1");
        assertEquals(
                Refused.Reason.FORBIDDEN,
                assertThrows(Refused.class, () -> adopting.write(clerk, ID, json, ""))
                        .reason());
    }

    @Test
    void whatWasBrokenOffAfterTheFileIsGoneOnWith() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), PLAIN);
        Adopting.Kept found = adopting.find(bureauOf(bureau), ID).orElseThrow();
        write(PLAIN, found.stamp().hex());
        assertEquals(ID, offices.find(school.id()).orElseThrow().jurisdiction());
        assertEquals(0, besides());
    }
}
