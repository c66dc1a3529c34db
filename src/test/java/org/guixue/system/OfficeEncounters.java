package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Stream;
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
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private final URI base;
    private final Client bureau;
    private final Client clerk;
    private final Client head;
    private final BureauPair pair;

    OfficeEncounters(URI base) {
        this.base = base;
        pair = new BureauPair(base);
        bureau = new Client(base, "bureau");
        clerk = new Client(base, "clerk");
        head = new Client(base, "head");
    }

    void allMeet() throws Exception {
        AccountEncounters accounts = new AccountEncounters(base, pair);
        try (pair) {
            for (int round = 1; round <= ROUNDS; round++) {
                String township = theSameOfficeIsFounded(round);
                theSameOfficeIsCorrected(township, round);
                theSameOfficesAreImported(round);
                theSameSealIsRenewedAndRevoked(township);
                accounts.allMeet(township, round);
                theSameOfficeIsClosed(township);
                oneApprovesAndOneSendsBack();
                theSamePictureIsTaken();
            }
        }
    }

    private String theSameOfficeIsFounded(int round) throws Exception {
        long county = bureau.office("name", "示范县教育局").get("id").asLong();
        pair.one.get("/admin/offices/new?parent=" + county);
        pair.two.get("/admin/offices/new?parent=" + county);
        HttpResponse<String> founded = BureauPair.expectOne(
                "founding",
                303,
                pair.both((who, number) ->
                        who.post("/admin/offices/new?parent=" + county, township(round, "kind", "TOWNSHIP"))),
                409,
                422);
        assertEquals(1, offices("99072150" + round));
        return "/" + Visitor.location(founded).replaceAll("\\D", "");
    }

    private static String[] township(int round, String... more) {
        Stream<String> same = Stream.of(
                "name",
                "遇见" + numeral(round) + "乡人民政府",
                "code",
                "99072150" + round,
                "mark",
                "遇" + numeral(round) + "政",
                "jurisdiction",
                "shifan",
                "region",
                "遇见" + numeral(round) + "乡");
        return Stream.concat(same, Arrays.stream(more)).toArray(String[]::new);
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

    private void theSameOfficeIsCorrected(String township, int round) throws Exception {
        String edit = "/admin/offices" + township + "/edit";
        String version = BureauPair.version(pair.one.get(edit));
        pair.two.get(edit);
        BureauPair.expectOne(
                "correcting",
                303,
                pair.both((who, number) ->
                        who.post(edit, township(round, "phone", "0799-555020" + number, "version", version))),
                409,
                422);
    }

    private void theSameOfficesAreImported(int round) throws Exception {
        String code = "99072160" + round;
        byte[] file = workbook("导入" + numeral(round) + "乡人民政府", code, "导" + numeral(round) + "政");
        String seen = "";
        for (Visitor each : List.of(pair.one, pair.two)) {
            each.get("/admin/offices/import");
            each.upload("/admin/offices/import", "单位.xlsx", file);
            Matcher found =
                    SEEN.matcher(each.get("/admin/offices/import/preview").body());
            assertTrue(found.find(), "no plan");
            seen = found.group(1);
        }
        String plan = seen;
        BureauPair.expectOne(
                "importing",
                200,
                pair.both((who, number) -> who.post("/admin/offices/import/confirm", "seen", plan)),
                409);
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
        pair.one.get(seal);
        pair.two.get(seal);
        pair.both((who, number) -> who.post(seal + "/renew", "reason", "遗失", "password", SystemIT.PASSWORD))
                .forEach(each -> assertEquals(303, each.statusCode(), each.body()));
        assertTrue(pair.one.get(seal).body().contains("有效</span>"), "no key after two were made");
        BureauPair.expectOne(
                "revoking",
                303,
                pair.both((who, number) -> who.post(seal + "/revoke", "reason", "被盗", "password", SystemIT.PASSWORD)),
                409);
    }

    private void theSameOfficeIsClosed(String township) throws Exception {
        BureauPair.expectOne(
                "closing",
                303,
                pair.both((who, number) -> who.post(
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
        List<Client.Answer> answers = pair.together.act(
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
        List<Client.Answer> answers = pair.together.act(
                () -> clerk.upload("/api/photos", "家访.jpg", picture),
                () -> clerk.upload("/api/photos", "家访.jpg", picture));
        answers.forEach(each -> each.expect(201));
        assertEquals(answers.get(0).json().get("sha256"), answers.get(1).json().get("sha256"));
    }
}
