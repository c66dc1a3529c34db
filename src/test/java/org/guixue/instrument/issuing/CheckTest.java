package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.Unavailable;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FormId;
import org.guixue.house.Workshop;
import org.guixue.house.WorkshopCounty;
import org.guixue.instrument.Photo;
import org.guixue.instrument.Subject;
import org.guixue.person.Student;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever can fail before a number is taken, and that none is taken then. */
class CheckTest {
    private static final FormId NOTICE = FormId.parse("shangtianti/persuasion-notice");
    private static final FormId VISIT = FormId.parse("haikou/home-visit-record");
    private static final FormId CERTIFICATE = FormId.parse("shifan/enrolment-certificate");
    private static final FormId REGISTRATION = FormId.parse("jiangxi/dropout-registration");
    private static final FormId AGREEMENT = FormId.parse("national/duty-agreement");
    private static final Map<String, Object> NOTICED = Map.of("absentFrom", "2026-03-09", "efforts", "电话联系，两次家访");
    private static final Map<String, Object> VISITED = Map.of("visitedOn", "2026-03-12", "conversation", "家长同意送孩子返校。");

    @RegisterExtension
    final Workshop workshop = new Workshop();

    private WorkshopCounty county;
    private Workshop.Bench bench;
    private Caller clerk;
    private long papers;

    @Test
    void aPaperTellsNothingOfAChildFromBeforeItsBirth() {
        Map<String, Object> values = new LinkedHashMap<>(NOTICED);
        values.put("absentFrom", "2001-03-09");
        List<Violation> refused = refuses(clerk, NOTICE, Subject.of(child()), values);
        assertEquals(List.of("absentFrom"), fields(refused));
        assertTrue(refused.get(0).message().contains("早于学生出生日期"), refused::toString);
    }

    @BeforeEach
    void sitDown() {
        county = workshop.county();
        bench = workshop.bench();
        clerk = county.clerk();
        papers = bench.papers();
    }

    @AfterEach
    void nothingWasNumbered() {
        assertEquals(papers, bench.papers());
    }

    @Test
    void letsPassWhatMayBeIssued() {
        Student child = child();
        Checked checked = bench.check.check(clerk, new IssueOrder(NOTICE, Subject.of(child), NOTICED));
        assertEquals(child.name(), checked.values().get("studentName"));
        assertEquals("示范县教育局", checked.values().get("bureau"));
        assertEquals(county.first().id(), checked.issuer().id());
    }

    @Test
    void refusesWhoMayNotIssueTheForm() {
        Subject subject = Subject.of(child());
        refuses(Forbidden.class, county.bureauClerk(), NOTICE, subject, NOTICED);
        Caller inspector = WorkshopCounty.caller(70, "督导员", Role.INSPECTOR, county.first(), false);
        refuses(Forbidden.class, inspector, NOTICE, subject, NOTICED);
        assertEquals(List.of(), bench.check.forms(inspector));
        refuses(NotFound.class, clerk, FormId.parse("shifan/no-such-form"), subject, NOTICED);
    }

    @Test
    void refusesAClosedOffice() {
        Subject subject = Subject.of(bench.child(county.second()));
        county.closed(county.second(), true);
        try {
            Conflict refused = refuses(Conflict.class, county.secondClerk(), NOTICE, subject, NOTICED);
            assertTrue(refused.getMessage().contains("已撤销"), refused.getMessage());
        } finally {
            county.closed(county.second(), false);
        }
    }

    @Test
    void refusesAnotherKindOfSubject() {
        Subject child = Subject.of(child());
        assertTrue(fields(refuses(clerk, NOTICE, Subject.none(), NOTICED)).contains("student"));
        assertTrue(fields(refuses(clerk, NOTICE, Subject.of(county.second()), NOTICED))
                .contains("student"));
        assertTrue(fields(refuses(clerk, REGISTRATION, child, Map.of())).contains("case"));
        assertTrue(fields(refuses(clerk, AGREEMENT, child, Map.of())).contains("office"));
    }

    @Test
    void refusesAChildThatTheFormDoesNotSuit() {
        Subject subject = Subject.of(bench.childWithoutSchool());
        List<Violation> refused = refuses(clerk, CERTIFICATE, subject, Map.of("purpose", "申请临时救助"));
        assertEquals(List.of("student"), fields(refused));
        assertTrue(refused.get(0).message().contains("不能开具《在校就读证明》"), refused::toString);
    }

    @Test
    void namesTheFieldOfACharacterThatNoFontDraws() {
        int missing = IntStream.rangeClosed(0x31350, 0x323af)
                .filter(character -> !county.fonts().canDraw(character))
                .findFirst()
                .orElseThrow();
        String drawnNowhere = Character.toString(missing);
        List<Violation> refused =
                refuses(clerk, NOTICE, Subject.of(child()), noticed("efforts", "村干部" + drawnNowhere + "一同家访"));
        assertEquals(List.of("efforts"), fields(refused));
        assertTrue(refused.get(0).message().contains("U+%X".formatted(missing)), refused::toString);
    }

    @Test
    void saysWhileItIsTypedWhatNoFontDrawsAndTheWayOut() {
        Subject subject = Subject.of(child());
        Check.Assessed assessed =
                bench.check.assess(clerk, bench.check.form(clerk, NOTICE), subject, noticed("efforts", "已动员\u2611一次"));
        assertEquals(List.of("efforts"), fields(assessed.undrawable()));
        assertEquals(assessed.undrawable(), assessed.violations());
        assertTrue(assessed.violations().get(0).message().contains("U+2611"), assessed::toString);
        assertEquals(
                List.of("efforts"),
                fields(assertThrows(ValuesRefused.class, assessed::drawable).violations()));
    }

    @Test
    void namesAFontAndItsFolderForARareCharacter() {
        for (String rare : List.of("\ud883\udf50", "\ud840\udc00\udb40\udd00", "\ue863", "\u0f40", "\ud83d\ude00")) {
            county.fonts().firstMissing(rare).ifPresent(missing -> {
                String advice = GlyphAdvice.of(missing);
                assertTrue(advice.contains(missing.code()) && advice.contains("请"), advice);
            });
        }
        String extensionH = GlyphAdvice.of(new org.guixue.rendering.MissingGlyph(0x31350));
        assertTrue(extensionH.contains("Plangothic") && extensionH.contains("fonts文件夹"), extensionH);
    }

    @Test
    void refusesToPreviewAPhotoThatIsNotThere() {
        Check.Assessed assessed = bench.check.assess(
                clerk, bench.check.form(clerk, VISIT), Subject.of(child()), with(VISITED, "photos", List.of("none")));
        assertEquals(List.of("photos"), fields(assessed.undrawable()));
    }

    @Test
    void refusesAnOfficeWithoutAKey() {
        Caller teacher = WorkshopCounty.caller(71, "何玉兰", Role.CLERK, county.third(), false);
        Subject subject = Subject.of(bench.child(county.third()));
        Conflict refused = refuses(Conflict.class, teacher, NOTICE, subject, NOTICED);
        assertTrue(refused.getMessage().contains("密钥"), refused.getMessage());
    }

    @Test
    void refusesThePhotosOfAnotherOffice() throws IOException {
        Subject subject = Subject.of(child());
        Photo others = bench.photos.take(county.secondClerk(), picture(), "visit.png");
        List<Violation> refused = refuses(clerk, VISIT, subject, with(VISITED, "photos", List.of(others.id())));
        assertEquals(List.of("photos"), fields(refused));
        Photo own = bench.photos.take(county.colleague(), picture(), "visit.png");
        Checked checked =
                bench.check.check(clerk, new IssueOrder(VISIT, subject, with(VISITED, "photos", List.of(own.id()))));
        assertEquals(Map.of(own.id(), own.sha256().hex()), checked.photos());
    }

    @Test
    void refusesWhatIsMissingAndWhatLiesAhead() {
        Subject subject = Subject.of(child());
        assertEquals(List.of("absentFrom", "efforts"), fields(refuses(clerk, NOTICE, subject, Map.of())));
        assertEquals(
                "absentFrom",
                only(refuses(
                        clerk,
                        NOTICE,
                        subject,
                        noticed("absentFrom", workshop.today().plusDays(1).toString()))));
    }

    @Test
    void refusesAnIdentityThatTheRosterHasOtherwise() {
        List<Violation> refused = refuses(clerk, NOTICE, Subject.of(child()), noticed("studentName", "别人"));
        assertEquals("studentName", only(refused));
    }

    @Test
    void refusesWhileTheArchiveIsStoppedOrNoAddressIsNamed() {
        Subject subject = Subject.of(child());
        workshop.address(Optional.empty());
        Unavailable nameless = refuses(Unavailable.class, clerk, NOTICE, subject, NOTICED);
        assertTrue(nameless.getMessage().contains("GUIXUE_PUBLIC_URL"), nameless.getMessage());
        workshop.archive().close();
        Unavailable stopped = refuses(Unavailable.class, clerk, NOTICE, subject, NOTICED);
        assertTrue(stopped.getMessage().contains("归档"), stopped.getMessage());
    }

    private Student child() {
        return bench.child(county.first());
    }

    private <R extends Refused> R refuses(
            Class<R> how, Caller caller, FormId form, Subject subject, Map<String, Object> values) {
        IssueOrder order = new IssueOrder(form, subject, values);
        return assertThrows(how, () -> workshop.bench().issuing.issue(caller, order, Optional.empty()));
    }

    private List<Violation> refuses(Caller caller, FormId form, Subject subject, Map<String, Object> values) {
        IssueOrder order = new IssueOrder(form, subject, values);
        return assertThrows(ValuesRefused.class, () -> workshop.bench().check.check(caller, order))
                .violations();
    }

    private static List<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).sorted().toList();
    }

    private static String only(List<Violation> violations) {
        assertEquals(1, violations.size(), violations::toString);
        return violations.get(0).field();
    }

    private static Map<String, Object> noticed(String field, Object value) {
        return with(NOTICED, field, value);
    }

    private static Map<String, Object> with(Map<String, Object> values, String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(field, value);
        return all;
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
