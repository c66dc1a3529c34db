package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bureau's administration over HTTP: offices, accounts, seals, and who is kept out. */
class AdminIT extends SystemIT {
    private static final Pattern ONE_TIME = Pattern.compile("<code>([2-9a-z]{4}(?:-[2-9a-z]{4}){3})</code>");
    private static final String OWN = "瓦罐 松针 十一月 青石";

    @Test
    void keepsEverybodyElseOut() {
        for (String path : List.of("/admin/offices", "/admin/accounts", "/admin/seals")) {
            for (String username : List.of("clerk", "head", "township", "inspector")) {
                assertEquals(403, visitor(username).get(path).statusCode(), username + " " + path);
            }
        }
        assertEquals(403, visitor("clerk").get("/admin").statusCode());
        String inspectors = visitor("inspector").get("/admin").body();
        assertTrue(inspectors.contains("/admin/audit") && !inspectors.contains("/admin/offices"), inspectors);
    }

    @Test
    void hidesWhatLiesAboveTheBureau() {
        Visitor bureau = visitor("bureau");
        long own = office("示范县教育局");
        long above = own - 1;
        for (String path : List.of("/admin/offices/", "/admin/seals/")) {
            assertEquals(200, bureau.get(path + own).statusCode());
            assertEquals(404, bureau.get(path + above).statusCode());
        }
        assertEquals(
                404,
                bureau.post("/admin/offices/" + above + "/close", "reason", "x").statusCode());
        assertEquals(404, bureau.get("/admin/accounts/999999").statusCode());
        assertEquals(
                422,
                bureau.post(
                                "/admin/accounts/new",
                                "username",
                                "above",
                                "displayName",
                                "某人",
                                "office",
                                Long.toString(above),
                                "role",
                                "INSPECTOR")
                        .statusCode());
    }

    @Test
    void keepsTheTreeInOrder() {
        Visitor bureau = visitor("bureau");
        long county = office("示范县教育局");
        HttpResponse<String> twice = found(bureau, county, "TOWNSHIP", "北岭乡人民政府", "990721202", "东政");
        assertEquals(422, twice.statusCode());
        assertTrue(twice.body().contains("已由“东山镇人民政府”使用") && twice.body().contains("北岭乡人民政府"), twice.body());
        assertEquals(
                422, found(bureau, county, "CITY", "北岭市教育局", "990721202", "北政").statusCode());

        long township = id(found(bureau, county, "TOWNSHIP", "北岭乡人民政府", "990721202", "北政"));
        long school = id(found(bureau, township, "SCHOOL", "北岭乡中心小学", "990721202001", "北小"));
        assertTrue(bureau.get("/admin/offices/" + school).body().contains("有效</span>"), "no seal key");
        assertEquals(409, bureau.get("/admin/offices/new?parent=" + school).statusCode());

        String path = "/admin/offices/" + township;
        assertEquals(
                422,
                bureau.post(path + "/close", "reason", "合并", "password", "wrong-password")
                        .statusCode());
        HttpResponse<String> early = bureau.post(path + "/close", "reason", "合并", "password", PASSWORD);
        assertEquals(409, early.statusCode());
        assertTrue(early.body().contains("下面还有1个单位没有撤销"), early.body());
        assertEquals(
                303,
                bureau.post("/admin/offices/" + school + "/close", "reason", "合并", "password", PASSWORD)
                        .statusCode());
        assertTrue(isClosed(school));
        assertFalse(bureau.get("/students/new").body().contains("北岭乡中心小学"));
        assertEquals(
                303,
                bureau.post(path + "/close", "reason", "合并", "password", PASSWORD)
                        .statusCode());
        assertEquals(409, bureau.post("/admin/offices/" + school + "/reopen").statusCode());
        assertEquals(409, bureau.post(path + "/delete").statusCode());
        assertEquals(303, bureau.post("/admin/offices/" + school + "/delete").statusCode());
        assertEquals(303, bureau.post(path + "/delete").statusCode());
        assertEquals(404, bureau.get(path).statusCode());
    }

    @Test
    void fixesWhatStandsOnIssuedPapers() {
        Visitor bureau = visitor("bureau");
        long school = office("东山镇中心小学");
        HttpResponse<String> refused = bureau.post(
                "/admin/offices/" + school + "/edit",
                "name",
                "东山镇中心小学",
                "code",
                "990721101009",
                "mark",
                "东校",
                "fonds",
                "XX09",
                "jurisdiction",
                "shifan",
                "region",
                "东山镇");
        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("区划代码不能再改")
                        && refused.body().contains("代字不能再改")
                        && refused.body().contains("全宗号不能再改"),
                refused.body());
        assertEquals(409, bureau.post("/admin/offices/" + school + "/delete").statusCode());
    }

    @Test
    void endsSessionsAndCredentialsAtOnce() {
        Visitor bureau = visitor("bureau");
        long school = office("东山初级中学");
        assertEquals(422, invite(bureau, "zhao.li", "TOWNSHIP", school).statusCode());
        HttpResponse<String> invited = invite(bureau, "zhao.li", "CLERK", school);
        String path = location(invited);
        String oneTime = oneTime(bureau.get(path));
        assertFalse(bureau.get(path).body().contains(oneTime), "shown twice");
        assertEquals(422, invite(bureau, "zhao.li", "CLERK", school).statusCode());

        Visitor zhao = new Visitor(at("/")).signIn("zhao.li", oneTime);
        assertEquals("/account/password", location(zhao.get("/students")));
        assertEquals(403, basicly("zhao.li", oneTime));
        assertEquals(422, change(zhao, oneTime, "jiaoyuju2026"));
        assertEquals(422, change(zhao, oneTime, "Zhao.Li 松针 青石 瓦罐"));
        assertEquals(303, change(zhao, oneTime, OWN));
        assertEquals(200, zhao.get("/students").statusCode());
        assertEquals(200, basicly("zhao.li", OWN));

        assertEquals(
                303,
                bureau.post(
                                path + "/edit",
                                "displayName",
                                "赵丽",
                                "role",
                                "CLERK",
                                "office",
                                Long.toString(school),
                                "grants",
                                "sensitive")
                        .statusCode());
        assertTrue(location(zhao.get("/students")).startsWith("/login"));
        assertEquals(200, basicly("zhao.li", OWN));
        Visitor again = new Visitor(at("/")).signIn("zhao.li", OWN);
        assertTrue(again.get("/account").body().contains("可以查阅"));

        assertEquals(
                422,
                bureau.post(path + "/reset", "reason", "遗忘", "password", "wrong-password")
                        .statusCode());
        assertEquals(200, basicly("zhao.li", OWN));
        assertEquals(
                303,
                bureau.post(path + "/reset", "reason", "遗忘", "password", PASSWORD)
                        .statusCode());
        String second = oneTime(bureau.get(path));
        assertNotEquals(oneTime, second);
        assertEquals(401, basicly("zhao.li", OWN));
        assertTrue(location(again.get("/students")).startsWith("/login"));

        Visitor third = new Visitor(at("/")).signIn("zhao.li", second);
        assertEquals(303, change(third, second, OWN));
        assertEquals(200, basicly("zhao.li", OWN));
        assertEquals(
                422,
                bureau.post(path + "/close", "reason", " ", "password", PASSWORD)
                        .statusCode());
        assertEquals(
                303,
                bureau.post(path + "/close", "reason", "调离", "password", PASSWORD)
                        .statusCode());
        assertEquals(401, basicly("zhao.li", OWN));
        assertTrue(location(third.get("/students")).startsWith("/login"));
        assertEquals(
                409,
                bureau.post(path + "/reset", "reason", "遗忘", "password", PASSWORD)
                        .statusCode());
    }

    @Test
    void leavesTheBureauItsOwnAccount() {
        Visitor bureau = visitor("bureau");
        Matcher own = Pattern.compile("href=\"(/admin/accounts/\\d+)\">赵明")
                .matcher(bureau.get("/admin/accounts?q=bureau").body());
        assertTrue(own.find());
        String path = own.group(1);
        assertEquals(
                409,
                bureau.post(path + "/close", "reason", "x", "password", PASSWORD)
                        .statusCode());
        assertEquals(
                409,
                bureau.post(path + "/reset", "reason", "x", "password", PASSWORD)
                        .statusCode());
        HttpResponse<String> demoted = bureau.post(
                path + "/edit", "displayName", "赵明", "role", "INSPECTOR", "office", Long.toString(office("示范县教育局")));
        assertEquals(422, demoted.statusCode());
        assertTrue(demoted.body().contains("不能更改自己账号的角色"), demoted.body());
        assertEquals(200, bureau.get("/admin/accounts").statusCode());
    }

    @Test
    void asksASessionForThePasswordBeforeVoiding() {
        Client clerk = new Client(at("/"), "clerk");
        long child = clerk.demoChildren().get(0).get("id").asLong();
        long paper = clerk.post("/api/instruments", Orders.homeVisit(child))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        String path = "/api/instruments/" + paper + "/void";
        Visitor session = visitor("clerk");
        HttpResponse<String> without = session.postJson(path, "{\"reason\":\"姓名有误\"}");
        assertEquals(403, without.statusCode());
        assertTrue(without.body().contains("password"), without.body());
        assertEquals(
                403,
                session.postJson(path, "{\"reason\":\"姓名有误\",\"password\":\"wrong-password\"}")
                        .statusCode());
        assertEquals(
                "ISSUED",
                clerk.get("/api/instruments/" + paper).json().get("state").asText());
        assertEquals(
                200,
                session.postJson(path, "{\"reason\":\"姓名有误\",\"password\":\"" + PASSWORD + "\"}")
                        .statusCode());
    }

    @Test
    void makesANewKeyAndStillKnowsTheOldPapers() {
        Client clerk = new Client(at("/"), "clerk2");
        long child = clerk.demoChildren().get(0).get("id").asLong();
        byte[] before = issued(clerk, child);
        Visitor bureau = visitor("bureau");
        String path = "/admin/seals/" + office("南溪镇中心小学");
        assertTrue(bureau.get(path + "/picture.png").statusCode() == 200);
        assertEquals(
                422,
                bureau.post(path + "/renew", "reason", "", "password", PASSWORD).statusCode());
        assertEquals(
                422,
                bureau.post(path + "/renew", "reason", "遗失", "password", "wrong-password")
                        .statusCode());
        assertEquals(
                303,
                bureau.post(path + "/renew", "reason", "遗失", "password", PASSWORD)
                        .statusCode());
        assertTrue(bureau.get(path).body().contains("以前的证书"));
        byte[] after = issued(clerk, child);
        for (byte[] pdf : List.of(before, after)) {
            JsonNode verdict = Client.stranger(at("/"))
                    .upload("/api/verify", "p.pdf", pdf)
                    .expect(200)
                    .json();
            assertEquals("AUTHENTIC", verdict.get("verdict").asText(), verdict.toString());
        }
    }

    @Test
    void looksWell() {
        long school = office("东山镇中心小学");
        long bureau = office("示范县教育局");
        try (Browser browser = new Browser(at("/"))) {
            browser.signIn("bureau");
            for (Map.Entry<String, String> each : Map.of(
                            "admin", "/admin",
                            "admin-offices", "/admin/offices",
                            "admin-office", "/admin/offices/" + bureau,
                            "admin-office-edit", "/admin/offices/" + school + "/edit",
                            "admin-accounts", "/admin/accounts",
                            "admin-account-new", "/admin/accounts/new",
                            "admin-seals", "/admin/seals",
                            "admin-seal", "/admin/seals/" + school,
                            "account", "/account",
                            "account-password", "/account/password")
                    .entrySet()) {
                browser.open(each.getValue());
                assertEquals(List.of(), browser.accessibilityFaults(), each.getKey());
                assertTrue(browser.fitsItsWidth(), each.getKey());
                browser.picture(each.getKey());
            }
            Page page = browser.open("/admin/accounts");
            page.click("text=李文静");
            page.waitForURL("**/admin/accounts/*");
            page.click("summary:has-text('重置密码')");
            page.fill("#reset-reason", "遗忘");
            page.fill("#reset-password", "wrong-password");
            page.click("button:has-text('重置密码')");
            assertTrue(page.textContent("[role=alert]").contains("密码不对"));
            assertEquals("遗忘", page.inputValue("#reset-reason"));
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.picture("admin-account-refused");
        }
    }

    private Visitor visitor(String username) {
        return new Visitor(at("/")).signIn(username, PASSWORD);
    }

    private HttpResponse<String> found(
            Visitor bureau, long parent, String kind, String name, String code, String mark) {
        return bureau.post(
                "/admin/offices/new?parent=" + parent,
                "kind",
                kind,
                "name",
                name,
                "code",
                code,
                "mark",
                mark,
                "jurisdiction",
                "shifan",
                "region",
                "北岭乡",
                "county",
                "示范县",
                "street",
                "北岭乡政府大院");
    }

    private static HttpResponse<String> invite(Visitor bureau, String username, String role, long office) {
        return bureau.post(
                "/admin/accounts/new",
                "username",
                username,
                "displayName",
                "赵丽",
                "role",
                role,
                "office",
                Long.toString(office));
    }

    private static int change(Visitor visitor, String present, String wanted) {
        visitor.get("/account/password");
        int status = visitor.post("/account/password", "present", present, "wanted", wanted, "again", wanted)
                .statusCode();
        visitor.get("/account");
        return status;
    }

    private int basicly(String username, String password) {
        return send(request("/api/students?size=1").header("Authorization", basic(username, password)))
                .statusCode();
    }

    private static byte[] issued(Client clerk, long child) {
        JsonNode paper = clerk.post("/api/instruments", Orders.homeVisit(child))
                .expect(201)
                .json();
        return clerk.get("/api/instruments/" + paper.get("id") + "/pdf")
                .expect(200)
                .body();
    }

    private long office(String name) {
        return officeNode("name", name).get("id").asLong();
    }

    private boolean isClosed(long id) {
        return officeNode("id", Long.toString(id)).get("closed").asBoolean();
    }

    private JsonNode officeNode(String field, String value) {
        for (JsonNode each :
                new Client(at("/"), "bureau").get("/api/offices").expect(200).json()) {
            if (each.get(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("no office with " + field + " " + value);
    }

    private static long id(HttpResponse<String> answer) {
        return Long.parseLong(location(answer).replaceFirst("^.*/", ""));
    }

    /** The path that the answer leads to. */
    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^https?://[^/]+", ""))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private static String oneTime(HttpResponse<String> answer) {
        Matcher found = ONE_TIME.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError("no one-time password: " + answer.body());
        }
        return found.group(1);
    }
}
