package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.SheetWriter;
import org.guixue.workbook.WorkbookWriter;

/**
 * Two of a bureau, or of a school, who do the same with an office, a seal, an account, an approval or a picture at the same
 * moment: one is done, the other is told so; nobody meets a fault, and nothing that was answered as done is gone.
 */
final class OfficeEncounters {
    private static final int ROUNDS = 2;
    private static final Pattern ONE_TIME = Pattern.compile("<code>([2-9a-z]{4}(?:-[2-9a-z]{4}){3})</code>");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final URI base;
    private final Visitor one;
    private final Visitor two;
    private final Client bureau;
    private final Client clerk;
    private final Client head;
    private final Together together = new Together();

    OfficeEncounters(URI base) {
        this.base = base;
        one = new Visitor(base).signIn("bureau", SystemIT.PASSWORD);
        two = new Visitor(base).signIn("bureau", SystemIT.PASSWORD);
        bureau = new Client(base, "bureau");
        clerk = new Client(base, "clerk");
        head = new Client(base, "head");
    }

    void allMeet() throws Exception {
        try (together) {
            for (int round = 1; round <= ROUNDS; round++) {
                String township = theSameOfficeIsFounded(round);
                theSameOfficeIsCorrected(township, round);
                theSameOfficesAreImported(round);
                theSameSealIsRenewedAndRevoked(township);
                String account = theSameAccountIsInvited(township, round);
                theSameAccountIsCorrected(account, township);
                String handed = theSamePasswordIsReset(account);
                theSameAccountChangesItsPassword("met" + round, handed);
                theSameAccountIsClosed(account);
                theSameOfficeIsClosed(township);
                oneApprovesAndOneSendsBack();
                theSamePictureIsTaken();
            }
        }
    }

    private interface Act {
        HttpResponse<String> by(Visitor who, int number);
    }

    /** A connection that stood idle while a key was made may be closed; a page is asked again by itself, a form is not. */
    private List<HttpResponse<String>> both(Act act) throws Exception {
        one.get("/account/password");
        two.get("/account/password");
        return together.act(() -> act.by(one, 1), () -> act.by(two, 2));
    }

    /** The answer to the one that was done. */
    private static HttpResponse<String> expectOne(
            String what, int done, List<HttpResponse<String>> answers, int... refused) {
        List<HttpResponse<String>> sorted = answers.stream()
                .sorted((a, b) -> Integer.compare(a.statusCode(), b.statusCode()))
                .toList();
        String found =
                what + " " + sorted.get(0).statusCode() + " " + sorted.get(1).statusCode();
        assertEquals(done, sorted.get(0).statusCode(), found + sorted.get(0).body());
        int second = sorted.get(1).statusCode();
        assertTrue(
                Arrays.stream(refused).anyMatch(each -> each == second),
                found + sorted.get(1).body());
        return sorted.get(0);
    }

    private String theSameOfficeIsFounded(int round) throws Exception {
        long county = bureau.office("name", "示范县教育局").get("id").asLong();
        one.get("/admin/offices/new?parent=" + county);
        two.get("/admin/offices/new?parent=" + county);
        HttpResponse<String> founded = expectOne(
                "founding",
                303,
                both((who, number) -> who.post(
                        "/admin/offices/new?parent=" + county,
                        "kind",
                        "TOWNSHIP",
                        "name",
                        town(round),
                        "code",
                        "99072150" + round,
                        "mark",
                        "遇" + numeral(round) + "政",
                        "jurisdiction",
                        "shifan",
                        "region",
                        "遇见" + numeral(round) + "乡")),
                409,
                422);
        assertEquals(1, offices("99072150" + round));
        return "/" + Visitor.location(founded).replaceAll("\\D", "");
    }

    private static String town(int round) {
        return "遇见" + numeral(round) + "乡人民政府";
    }

    private static String numeral(int round) {
        return "一二三四五".substring(round - 1, round);
    }

    private long offices(String code) {
        long found = 0;
        for (JsonNode each : bureau.get("/api/offices").expect(200).json()) {
            found += each.get("code").asText().equals(code) ? 1 : 0;
        }
        return found;
    }

    private static String version(HttpResponse<String> form) {
        Matcher found = VERSION.matcher(form.body());
        assertTrue(found.find(), form.body());
        return found.group(1);
    }

    private void theSameOfficeIsCorrected(String township, int round) throws Exception {
        String edit = "/admin/offices" + township + "/edit";
        String version = version(one.get(edit));
        two.get(edit);
        expectOne(
                "correcting",
                303,
                both((who, number) -> who.post(
                        edit,
                        "name",
                        town(round),
                        "code",
                        "99072150" + round,
                        "mark",
                        "遇" + numeral(round) + "政",
                        "jurisdiction",
                        "shifan",
                        "region",
                        "遇见" + numeral(round) + "乡",
                        "phone",
                        "0799-555020" + number,
                        "version",
                        version)),
                409,
                422);
    }

    private void theSameOfficesAreImported(int round) throws Exception {
        String code = "99072160" + round;
        byte[] file = workbook("导入" + numeral(round) + "乡人民政府", code, "导" + numeral(round) + "政");
        String seen = "";
        for (Visitor each : List.of(one, two)) {
            each.get("/admin/offices/import");
            each.upload("/admin/offices/import", "单位.xlsx", file);
            Matcher found =
                    SEEN.matcher(each.get("/admin/offices/import/preview").body());
            assertTrue(found.find(), "no plan");
            seen = found.group(1);
        }
        String plan = seen;
        expectOne(
                "importing", 200, both((who, number) -> who.post("/admin/offices/import/confirm", "seen", plan)), 409);
        assertEquals(1, offices(code));
    }

    private static byte[] workbook(String name, String code, String mark) throws IOException {
        List<SheetColumn> columns = List.of("单位名称", "单位类型", "行政区划代码", "发文机关代字").stream()
                .map(title -> SheetColumn.text(title, 20))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            SheetWriter sheet = workbook.sheet(new SheetLayout("单位", "全县单位一览", "", columns));
            sheet.row(List.of(name, "乡镇", code, mark));
        }
        return out.toByteArray();
    }

    private void theSameSealIsRenewedAndRevoked(String office) throws Exception {
        String seal = "/admin/seals" + office;
        one.get(seal);
        two.get(seal);
        both((who, number) -> who.post(seal + "/renew", "reason", "遗失", "password", SystemIT.PASSWORD))
                .forEach(each -> assertEquals(303, each.statusCode(), each.body()));
        assertTrue(one.get(seal).body().contains("有效</span>"), "no key after two were made");
        expectOne(
                "revoking",
                303,
                both((who, number) -> who.post(seal + "/revoke", "reason", "被盗", "password", SystemIT.PASSWORD)),
                409);
    }

    private String theSameAccountIsInvited(String township, int round) throws Exception {
        one.get("/admin/accounts/new");
        two.get("/admin/accounts/new");
        HttpResponse<String> invited = expectOne(
                "inviting",
                303,
                both((who, number) -> who.post(
                        "/admin/accounts/new",
                        "username",
                        "met" + round,
                        "displayName",
                        "遇" + number,
                        "role",
                        "TOWNSHIP",
                        "office",
                        township.substring(1))),
                409,
                422);
        return Visitor.location(invited);
    }

    private void theSameAccountIsCorrected(String account, String township) throws Exception {
        String version = version(one.get(account + "/edit"));
        two.get(account + "/edit");
        expectOne(
                "correcting an account",
                303,
                both((who, number) -> who.post(
                        account + "/edit",
                        "displayName",
                        "改" + number,
                        "role",
                        "TOWNSHIP",
                        "office",
                        township.substring(1),
                        "version",
                        version)),
                409,
                422);
    }

    private String theSamePasswordIsReset(String account) throws Exception {
        one.get(account);
        two.get(account);
        List<HttpResponse<String>> answers =
                both((who, number) -> who.post(account + "/reset", "reason", "遗忘", "password", SystemIT.PASSWORD));
        assertTrue(
                answers.stream().allMatch(each -> each.statusCode() == 303 || each.statusCode() == 409),
                answers.toString());
        // whoever was given one last has the one that opens it
        String last = "";
        for (Visitor each : List.of(one, two)) {
            Matcher found = ONE_TIME.matcher(each.get(account).body());
            if (found.find() && opens(account, found.group(1))) {
                last = found.group(1);
            }
        }
        assertNotEquals("", last, "no password that was handed out opens it: " + answers);
        return last;
    }

    private boolean opens(String account, String password) {
        Matcher name = Pattern.compile("met\\d").matcher(one.get(account).body());
        assertTrue(name.find());
        Visitor guest = new Visitor(base);
        guest.get("/login");
        return guest.post("/login", "username", name.group(), "password", password)
                        .statusCode()
                == 303;
    }

    private void theSameAccountChangesItsPassword(String username, String present) throws Exception {
        Visitor first = new Visitor(base).signIn(username, present);
        Visitor second = new Visitor(base).signIn(username, present);
        List<String> wanted = List.of("瓦罐 松针 十一月 青石", "竹篮 河滩 二月 白云");
        List<HttpResponse<String>> answers =
                together.act(() -> change(first, present, wanted.get(0)), () -> change(second, present, wanted.get(1)));
        List<Boolean> changed = answers.stream()
                .map(each -> each.statusCode() == 303 && Visitor.location(each).startsWith("/account?changed"))
                .toList();
        assertNotEquals(changed.get(0), changed.get(1), answers.toString());
        answers.forEach(each -> assertTrue(each.statusCode() < 500, each.body()));
        new Visitor(base).signIn(username, wanted.get(changed.indexOf(true)));
    }

    private static HttpResponse<String> change(Visitor who, String present, String wanted) {
        return who.post("/account/password", "present", present, "wanted", wanted, "again", wanted);
    }

    private void theSameAccountIsClosed(String account) throws Exception {
        expectOne(
                "closing an account",
                303,
                both((who, number) -> who.post(account + "/close", "reason", "调离", "password", SystemIT.PASSWORD)),
                409);
    }

    private void theSameOfficeIsClosed(String township) throws Exception {
        expectOne(
                "closing",
                303,
                both((who, number) -> who.post(
                        "/admin/offices" + township + "/close", "reason", "合并", "password", SystemIT.PASSWORD)),
                409);
    }

    private void oneApprovesAndOneSendsBack() throws Exception {
        long child = clerk.enrolledDemoChild().get("id").asLong();
        String draft = "/api/drafts/"
                + clerk.post(
                                "/api/drafts",
                                Map.of(
                                        "form",
                                        "shifan/enrolment-certificate",
                                        "student",
                                        child,
                                        "values",
                                        Map.of("purpose", "申请临时救助")))
                        .expect(201)
                        .json()
                        .get("id")
                        .asLong();
        String digest = clerk.post(draft + "/submit", "")
                .expect(200)
                .json()
                .get("digest")
                .asText();
        List<Client.Answer> answers = together.act(
                () -> head.post(draft + "/approve", Map.of("digest", digest)),
                () -> head.post(draft + "/return", Map.of("reason", "用途请写全")));
        boolean approved = answers.get(0).status() == 201;
        assertEquals(approved ? 409 : 200, answers.get(1).status(), answers.toString());
        assertEquals(approved ? 201 : 409, answers.get(0).status(), answers.toString());
        assertEquals(
                approved ? "ISSUED" : "RETURNED",
                clerk.get(draft).expect(200).json().get("state").asText());
    }

    private void theSamePictureIsTaken() throws Exception {
        byte[] picture = Pictures.jpeg();
        List<Client.Answer> answers = together.act(
                () -> clerk.upload("/api/photos", "家访.jpg", picture),
                () -> clerk.upload("/api/photos", "家访.jpg", picture));
        answers.forEach(each -> each.expect(201));
        assertEquals(answers.get(0).json().get("sha256"), answers.get(1).json().get("sha256"));
    }
}
