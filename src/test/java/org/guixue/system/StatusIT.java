package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home of its own: what its status says of a damaged file, and what its log says of a child. */
class StatusIT {
    private static final String NAME = "欧阳留痕";
    private static final String GUARDIAN = "司马测试";
    private static final String ID = "360702201605124932";
    private static final String PHONE = "13979712345";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Names that a monitor may rely on. */
    private static final List<String> NAMES = List.of(
            "address",
            "backup",
            "calendar",
            "certificates",
            "clock",
            "demo",
            "disk.database",
            "disk.home",
            "fixity.archive",
            "fixity.trail",
            "forms",
            "heads",
            "index",
            "jobs.batches",
            "jobs.comparisons",
            "jobs.imports",
            "jobs.scans",
            "memory",
            "passphrase",
            "proxy",
            "registers",
            "rounds",
            "sealing",
            "versions");

    @TempDir
    static Path home;

    private static ServerProcess server;
    private static Client inspector;

    @BeforeAll
    static void start() throws IOException {
        Path rules = Files.writeString(home.resolve("rules.btm"), """
                RULE a failure that tells all
                CLASS org.guixue.person.Roster
                METHOD enterOnce
                AT ENTRY
                BIND armed:java.io.File = new java.io.File("%s")
                IF armed.exists()
                DO throw new java.lang.IllegalStateException("no row for " + $2)
                ENDRULE
                """.formatted(home.resolve("armed")));
        server = new ServerProcess(home).start(ServerProcess.byteman(rules));
        inspector = new Client(server.base(), "inspector");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, JsonNode> signals() {
        Map<String, JsonNode> signals = new TreeMap<>();
        inspector
                .get("/api/status")
                .expect(200)
                .json()
                .get("signals")
                .forEach(signal -> signals.put(signal.get("name").asText(), signal));
        return signals;
    }

    private static void await(String name, String state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!signals().get(name).get("state").asText().equals(state)) {
            assertTrue(
                    System.nanoTime() < deadline,
                    () -> name + " is not " + state + ": " + signals().get(name));
        }
    }

    @Test
    void namesStayAndThoseWhoHaveNoBusinessThereAreRefused() {
        assertEquals(NAMES, List.copyOf(signals().keySet()));
        String answer = new String(inspector.get("/api/status").body(), StandardCharsets.UTF_8);
        assertTrue(
                answer.matches("(?s)\\{\"state\":\"(WATCH|ACT)\".*"),
                "what a monitor looks at stands first: " + answer);
        assertTrue(
                signals().get("versions").get("values").get("server").asText().contains("Payara"), answer);
        assertEquals("FINE", signals().get("registers").get("state").asText());
        new Client(server.base(), "clerk").get("/api/status").expect(403);
        Client.stranger(server.base()).get("/api/status").expect(401);
        String open = new String(
                Client.stranger(server.base()).get("/health/ready").expect(200).body(), StandardCharsets.UTF_8);
        assertTrue(open.matches("[\\w{}\\[\\]\":,]+") && !open.contains(home.toString()), open);
    }

    @Test
    void aDamagedFileIsRedOnPageDeskAndMonitorUntilItIsWholeAgain() throws Exception {
        Path paper;
        try (Stream<Path> files = Files.walk(home.resolve("records"))) {
            paper = files.filter(file -> file.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(paper);
        byte[] other = whole.clone();
        other[other.length / 2] ^= 1;
        await("fixity.trail", "FINE");
        Files.write(paper, other);
        try (Browser browser = new Browser(server.base(), 1366, 900)) {
            browser.signIn("bureau");
            look(browser);
            await("fixity.archive", "ACT");
            Page page = browser.open("/admin/status");
            String red = page.innerText("[id='fixity.archive']");
            assertTrue(red.contains("需要处理") && red.contains(paper.getFileName().toString()), red);
            assertTrue(page.innerText("main > p.notice.bad").contains("归档文件查验"));
            assertEquals(List.of(), browser.accessibilityFaults());
            assertTrue(browser.fitsItsWidth());
            browser.picture("status-damaged-1366");
            String desk = browser.open("/").innerText("main");
            assertTrue(desk.contains("运行状况") && desk.contains("归档文件查验"), desk);
            page = browser.open("/admin/status/findings");
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.picture("status-findings-1366");
            page.fill("input[name=reason]", "备份里也没有这个文件");
            Browser.click(page, ".findings button");
            assertTrue(page.innerText("main").contains("赵明说明：备份里也没有这个文件"), page.innerText("main"));
            await("fixity.archive", "WATCH");
            Files.write(paper, whole);
            look(browser);
            await("fixity.archive", "FINE");
            assertTrue(browser.open("/admin/status/findings").innerText("main").contains("已恢复的"));
            assertTrue(browser.fitsItsWidth());
            browser.open("/admin");
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.picture("status-admin-1366");
            browser.open("/");
            browser.picture("status-desk-1366");
        }
        try (Browser browser = new Browser(server.base(), 390, 844)) {
            browser.signIn("bureau");
            browser.open("/admin/status");
            assertTrue(browser.fitsItsWidth());
            assertEquals(List.of(), browser.brokenWords());
            browser.picture("status-390");
        }
    }

    /** 现在查验 */
    private static void look(Browser browser) {
        Page page = browser.open("/admin/status");
        Browser.click(page, "main form button");
        assertTrue(page.innerText("main").contains("已开始查验"));
    }

    @Test
    void theLogTellsFailuresAndNoChild() throws Exception {
        Client clerk = new Client(server.base(), "clerk");
        String asked = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
        long child = clerk.post("/api/students", child())
                .expect(201)
                .json()
                .get("id")
                .asLong();
        clerk.post("/api/instruments", Orders.homeVisit(child)).expect(201);
        clerk.get("/api/students?q=" + asked).expect(200);
        clerk.get("/api/search?q=" + ID).expect(200);
        clerk.post("/api/students?q=" + asked, "{\"name\":" + NAME).expect(400);
        clerk.get("/students/" + asked);
        Asker page = new Asker(server.base(), "clerk");
        page.send("GET", "/search?q=" + asked, "", "");
        page.send(
                "POST",
                "/students/new?q=" + asked,
                "application/x-www-form-urlencoded",
                "name=" + asked + "&nationalId=" + ID);
        page.send(
                "POST",
                "/login?q=" + asked,
                "application/x-www-form-urlencoded",
                "username=" + asked + "&password=" + ID);
        Files.createFile(home.resolve("armed"));
        Map<String, Object> another = child();
        another.put("nationalId", "");
        another.put("otherPaper", Map.of("kind", "护照", "number", "E77000001"));
        assertEquals(500, clerk.post("/api/students", another).status());
        Files.delete(home.resolve("armed"));
        String all = logs();
        assertTrue(all.contains("java.lang.IllegalStateException: no row for"), "the failure is told");
        assertTrue(all.contains("at org.guixue.person.Roster"), "and where it was");
        List<String> told = new ArrayList<>();
        for (String secret : List.of(NAME, asked, GUARDIAN, ID, PHONE, NAME.substring(2), "E77000001")) {
            all.lines().filter(line -> line.contains(secret)).forEach(line -> told.add(secret + ": " + line));
        }
        assertEquals(List.of(), told);
    }

    private static Map<String, Object> child() {
        Map<String, Object> child = new LinkedHashMap<>();
        child.put("name", NAME);
        child.put("sex", "男");
        child.put("ethnicity", "汉族");
        child.put("bornOn", "2016-05-12");
        child.put("nationalId", ID);
        child.put("residence", "东山镇清水村7号");
        child.put("grade", "四年级");
        child.put("schoolClass", "1班");
        child.put("guardians", List.of(Map.of("name", GUARDIAN, "relation", "父亲", "phone", PHONE)));
        return child;
    }

    /** Whatever lies in the log's folder, standard output among it. */
    private static String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
