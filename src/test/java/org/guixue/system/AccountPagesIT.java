package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Accounts over HTTP: one-time passwords, what ends sessions, and what asks for the password again. */
class AccountPagesIT extends SystemIT {
    private static final Pattern ONE_TIME = Pattern.compile("<code>([2-9a-z]{4}(?:-[2-9a-z]{4}){3})</code>");
    private static final String OWN = "瓦罐 松针 十一月 青石";

    @Test
    void endsSessionsAndCredentialsAtOnce() {
        Visitor bureau = visitor("bureau");
        long school = office("东山初级中学");
        String missing = bureau.post("/admin/accounts/new").body();
        assertTrue(missing.contains("有4处需要改正"), missing);
        assertEquals(422, invite(bureau, "zhao.li", "TOWNSHIP", school).statusCode());
        HttpResponse<String> invited = invite(bureau, "zhao.li", "CLERK", school);
        String path = Visitor.location(invited);
        String oneTime = oneTime(bureau.get(path));
        assertFalse(bureau.get(path).body().contains(oneTime), "shown twice");
        assertEquals(422, invite(bureau, "zhao.li", "CLERK", school).statusCode());

        Visitor zhao = new Visitor(at("/")).signIn("zhao.li", oneTime);
        assertEquals("/account/password", Visitor.location(zhao.get("/students")));
        String first = zhao.get("/account/password").body();
        assertTrue(first.contains("您是用一次性密码登录的"), first);
        assertFalse(first.contains("主要栏目"), first);
        assertEquals(403, basicly("zhao.li", oneTime));
        assertEquals(422, change(zhao, oneTime, "jiaoyuju2026"));
        assertEquals(422, change(zhao, oneTime, "Zhao.Li 松针 青石 瓦罐"));
        assertEquals(303, change(zhao, oneTime, OWN));
        assertTrue(zhao.get("/students").body().contains("主要栏目"));
        assertEquals(200, basicly("zhao.li", OWN));

        assertEquals(
                303,
                bureau.edit(
                                path,
                                "displayName",
                                "赵丽",
                                "role",
                                "CLERK",
                                "office",
                                Long.toString(school),
                                "grants",
                                "sensitive")
                        .statusCode());
        assertTrue(Visitor.location(zhao.get("/students")).startsWith("/login"));
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
        assertTrue(Visitor.location(again.get("/students")).startsWith("/login"));

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
        assertTrue(Visitor.location(third.get("/students")).startsWith("/login"));
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
        HttpResponse<String> demoted =
                bureau.edit(path, "displayName", "赵明", "role", "INSPECTOR", "office", Long.toString(office("示范县教育局")));
        assertEquals(422, demoted.statusCode());
        assertTrue(demoted.body().contains("不能更改自己账号的角色"), demoted.body());
        assertEquals(200, bureau.get("/admin/accounts").statusCode());
    }

    @Test
    void asksASessionForThePasswordBeforeVoiding() {
        Client clerk = new Client(at("/"), "clerk");
        long child = clerk.enrolledDemoChild().get("id").asLong();
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

    private Visitor visitor(String username) {
        return new Visitor(at("/")).signIn(username, PASSWORD);
    }

    private long office(String name) {
        return new Client(at("/"), "bureau").office("name", name).get("id").asLong();
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

    private static String oneTime(HttpResponse<String> answer) {
        Matcher found = ONE_TIME.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError("no one-time password: " + answer.body());
        }
        return found.group(1);
    }
}
