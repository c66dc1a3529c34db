package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.calendar.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty home to the first sealed notice of an invented county, all of it over the pages, no file edited by hand. */
class FoundingIT {
    private static final String FIRST = "erste-losung-der-stelle-77";
    private static final String OWN = "qinghe-laoshu-1987-yu";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern SLIP = Pattern.compile("<code>([^<]+)</code>");

    @TempDir
    Path folder;

    @Test
    void leadsFromAnEmptyHomeToTheFirstSealedNotice() throws IOException {
        Path secret = folder.resolve("passphrase");
        Files.writeString(secret, "sehr-geheime-losung-der-siegel\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("keys"));
        try (ServerProcess server = new ServerProcess(
                home,
                Map.of(
                        "GUIXUE_DEMO",
                        "false",
                        "GUIXUE_PUBLIC_URL_GIVEN",
                        "true",
                        "GUIXUE_KEY_PASSPHRASE_FILE",
                        secret.toString(),
                        "GUIXUE_FIRST_PASSWORD",
                        FIRST))) {
            server.start();
            walk(server);
        }
    }

    private static void walk(ServerProcess server) {
        Visitor bureau = new Visitor(server.base()).signIn("bureau", FIRST);
        assertEquals(
                "/", Visitor.location(bureau.post("/account/password", "present", FIRST, "wanted", OWN, "again", OWN)));
        String desk = bureau.get("/").body();
        assertTrue(desk.contains("开通本县") && desk.contains("下一步：本单位"), desk);
        ownOffice(bureau);
        jurisdiction(bureau, server.home());
        offices(bureau);
        accounts(bureau, server);
        Client api = new Client(server.base(), "bureau", OWN);
        terms(api);
        notice(bureau, api);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String found(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private static void ownOffice(Visitor bureau) {
        String version = found(VERSION, bureau.get("/founding/office").body());
        String[] fields = {
            "version",
            version,
            "name",
            "青禾县教育局",
            "province",
            "甘肃",
            "city",
            "青水市",
            "county",
            "青禾县",
            "code",
            "360599",
            "mark",
            "青教",
            "fonds",
            "JY01"
        };
        HttpResponse<String> wrong = bureau.post("/founding/office", fields);
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("36是江西省的"), wrong.body());
        fields[11] = "620599";
        assertEquals("/founding", Visitor.location(bureau.post("/founding/office", fields)));
    }

    private static void jurisdiction(Visitor bureau, Path home) {
        String visit = "haikou/home-visit-record";
        String page = bureau.get("/admin/jurisdiction").body();
        assertTrue(page.contains("海教综〔2020〕18号"), "says whose it is");
        String[] fields = {
            "seen",
            found(SEEN, page),
            "name",
            "青禾县",
            "parent",
            "national",
            "categories",
            "留守儿童",
            "form",
            visit,
            "adopt",
            visit,
            "rule",
            "haikou/term-report",
            "word:" + visit + ":coverTitle",
            "青禾县",
            "title:" + visit,
            ""
        };
        HttpResponse<String> wrong = bureau.post("/admin/jurisdiction", fields);
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("请改成本县的"), wrong.body());
        fields[fields.length - 1] = "青禾县家访记录表";
        assertEquals("/admin/jurisdiction", Visitor.location(bureau.post("/admin/jurisdiction", fields)));
        assertTrue(Files.exists(home.resolve("forms/county-620599/jurisdiction.json")));
        HttpResponse<String> second = bureau.post("/admin/jurisdiction", fields);
        assertEquals(409, second.statusCode(), "who opened the page before is told");
        assertTrue(second.body().contains("别人改过"), second.body());
        assertTrue(bureau.get("/rules").body().contains("海教综〔2020〕18号"), "without a restart");
        String notice = "shangtianti/persuasion-notice";
        assertTrue(bureau.get("/forms").body().contains("本县的规则要用“<b>劝返通知</b>”"), "the rules ask for a paper");
        assertEquals(
                "/forms",
                Visitor.location(bureau.post("/admin/jurisdiction/adoptions", "form", notice, "back", "forms")));
        String adopted = bureau.get("/forms").body();
        assertTrue(adopted.contains("已采用《劝返复学通知书》") && !adopted.contains("本县的规则要用“<b>劝返通知</b>”"), adopted);
        assertTrue(bureau.get("/admin/jurisdiction").body().contains("青禾县家访记录表"), "what was adopted before stays");
    }

    private static void terms(Client api) {
        int year = SchoolYear.workedOn(today()).begins();
        Map<String, String> autumn =
                Map.of("term", year + "-autumn", "starts", year + "-09-01", "ends", (year + 1) + "-01-20");
        api.put("/api/calendar/" + year, Map.of("terms", List.of(autumn))).expect(200);
        Map<String, String> spring =
                Map.of("term", (year + 1) + "-spring", "starts", (year + 1) + "-03-01", "ends", (year + 1) + "-07-05");
        api.put("/api/calendar/" + (year + 1), Map.of("terms", List.of(spring))).expect(200);
    }

    private static void offices(Visitor bureau) {
        bureau.upload("/admin/offices/import", "offices.csv", """
                单位名称,单位类型,上级单位,单位代码,发文机关代字
                青禾镇人民政府,乡镇,,620599101,青禾政
                青禾镇中心小学,学校,青禾镇人民政府,6205990001,青小
                """.getBytes(StandardCharsets.UTF_8));
        String seen = found(SEEN, bureau.get("/admin/offices/import/preview").body());
        assertEquals(
                200, bureau.post("/admin/offices/import/confirm", "seen", seen).statusCode());
    }

    private static void accounts(Visitor bureau, ServerProcess server) {
        bureau.upload(
                "/admin/accounts/import",
                "accounts.csv",
                "用户名,姓名,单位,角色\nwang.yu,王雨,青禾镇中心小学,校长\n".getBytes(StandardCharsets.UTF_8));
        String refused = bureau.get("/admin/accounts/import/preview").body();
        assertTrue(refused.contains("D2 角色：看不懂“校长”"), refused);
        bureau.upload(
                "/admin/accounts/import",
                "accounts.csv",
                "用户名,姓名,单位\nwang.yu,王雨,青禾镇中心小学\n".getBytes(StandardCharsets.UTF_8));
        String seen = found(SEEN, bureau.get("/admin/accounts/import/preview").body());
        assertEquals(
                "/admin/accounts/slips", Visitor.location(bureau.post("/admin/accounts/import/confirm", "seen", seen)));
        String slips = bureau.get("/admin/accounts/slips").body();
        Matcher codes = SLIP.matcher(slips);
        assertTrue(codes.find(), slips);
        assertEquals("wang.yu", codes.group(1));
        assertTrue(codes.find(), slips);
        assertTrue(slips.contains("首次登录须改密码"), slips);
        assertFalse(bureau.get("/admin/accounts/slips").body().contains(codes.group(1)), "shown once");
        Visitor clerk = new Visitor(server.base()).signIn("wang.yu", codes.group(1));
        assertEquals("/account/password", Visitor.location(clerk.get("/")), "to be changed first");
    }

    private static void notice(Visitor bureau, Client api) {
        JsonNode offices = api.get("/api/offices").expect(200).json();
        long school = 0;
        long township = 0;
        for (JsonNode each : offices) {
            school = each.get("kind").asText().equals("SCHOOL") ? each.get("id").asLong() : school;
            township = each.get("kind").asText().equals("TOWNSHIP")
                    ? each.get("id").asLong()
                    : township;
        }
        long child = api.post(
                        "/api/students",
                        Map.of(
                                "name", "学生甲",
                                "sex", "男",
                                "ethnicity", "汉族",
                                "bornOn", "2016-03-15",
                                "nationalId", "620502201603151016",
                                "school", school,
                                "township", township,
                                "grade", "三年级",
                                "schoolClass", "1班",
                                "guardians", List.of(Map.of("name", "家长甲", "relation", "父亲", "phone", "13900000000"))))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        JsonNode paper = api.post(
                        "/api/instruments",
                        Map.of(
                                "form",
                                "national/enrolment-notice",
                                "student",
                                child,
                                "values",
                                Map.of(
                                        "reportFrom", today().plusDays(5).toString(),
                                        "reportUntil", today().plusDays(10).toString(),
                                        "reportPlace", "青禾镇中心小学",
                                        "bring", "户口簿",
                                        "contactPhone", "0938-1234567")))
                .expect(201)
                .json();
        assertTrue(paper.get("serial").asText().startsWith("青教"), paper.toString());
        JsonNode steps = api.get("/api/founding").expect(200).json().get("steps");
        assertEquals("DONE", steps.get(7).get("state").asText(), steps.toString());
        assertEquals("DONE", steps.get(3).get("state").asText(), steps.toString());
        assertEquals("/", Visitor.location(bureau.post("/founding/dismiss")));
        assertFalse(bureau.get("/").body().contains("开通本县"));
    }
}
