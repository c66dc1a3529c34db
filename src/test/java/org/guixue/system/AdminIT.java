package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bureau's administration over HTTP: offices, accounts, seals, and who is kept out. */
class AdminIT extends SystemIT {
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
        HttpResponse<String> refused = bureau.edit(
                "/admin/offices/" + school,
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
    void tellsTheLaterOfTwoEditorsOfTheEarlier() {
        Visitor bureau = visitor("bureau");
        String path = "/admin/offices/" + id(found(bureau, office("示范县教育局"), "TOWNSHIP", "两改乡人民政府", "990721209", "两政"));
        bureau.get(path + "/edit");
        String[] fields = {
            "name",
            "两改乡人民政府",
            "code",
            "990721209",
            "mark",
            "两政",
            "jurisdiction",
            "shifan",
            "region",
            "两改乡",
            "phone",
            "0799-5550131"
        };
        assertEquals(303, bureau.edit(path, fields).statusCode());
        HttpResponse<String> late = bureau.post(path + "/edit", Visitor.with(fields, "version", "0"));
        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("别人改过这个单位") && late.body().contains("0799-5550131"), late.body());
        fields[fields.length - 1] = "0799-5550132";
        assertTrue(
                bureau.post(path + "/edit", Visitor.with(fields, "version", "0"))
                        .body()
                        .contains("现在保存的是“0799-5550131”"),
                "both are shown");
        assertEquals(303, bureau.edit(path, fields).statusCode());
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
            Browser.click(page, "text=李文静");
            page.waitForURL("**/admin/accounts/*");
            Browser.click(page, "summary:has-text('重置密码')");
            page.fill("#reset-reason", "遗忘");
            page.fill("#reset-password", "wrong-password");
            Browser.click(page, "button:has-text('重置密码')");
            assertTrue(page.textContent("[role=alert]").contains("密码不对"));
            assertEquals("遗忘", page.inputValue("#reset-reason"));
            assertEquals("reset-password", page.evaluate("document.activeElement.id"));
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

    private static byte[] issued(Client clerk, long child) {
        JsonNode paper = clerk.post("/api/instruments", Orders.homeVisit(child))
                .expect(201)
                .json();
        return clerk.get("/api/instruments/" + paper.get("id") + "/pdf")
                .expect(200)
                .body();
    }

    private long office(String name) {
        return new Client(at("/"), "bureau").office("name", name).get("id").asLong();
    }

    private boolean isClosed(long id) {
        return new Client(at("/"), "bureau")
                .office("id", Long.toString(id))
                .get("closed")
                .asBoolean();
    }

    private static long id(HttpResponse<String> answer) {
        return Long.parseLong(Visitor.location(answer).replaceFirst("^.*/", ""));
    }
}
