package org.guixue.county;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.Case;
import org.guixue.casefile.history.EventKind;
import org.guixue.office.Office;
import org.guixue.person.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the picture says of cases that were made by hand; each test has a county of its own. */
class CountyPictureTest {
    @RegisterExtension
    final Registry registry = new Registry();

    private CountyTable at;
    private Office east;
    private Office west;

    @BeforeEach
    void lay() {
        at = new CountyTable(registry);
        east = registry.eastSchool;
        west = registry.westSchool;
    }

    private Caller bureau() {
        return registry.caller(Role.BUREAU, registry.bureau);
    }

    private static LocalDate daysAgo(int days) {
        return CountyTable.TODAY.minusDays(days);
    }

    @Test
    void countsOpenCasesByTownshipAndSchool() {
        at.out(east, daysAgo(10), "厌学");
        at.out(east, daysAgo(9), "厌学");
        at.suspected(registry.eastMiddle, daysAgo(3), "去向不明");
        at.suspected(west, daysAgo(3), "去向不明");

        CountyPicture picture = at.of(bureau());

        assertEquals(4, picture.totals().open());
        assertEquals(2, picture.totals().out());
        assertEquals(2, picture.totals().suspected());
        assertEquals(
                List.of("0 东山镇人民政府 3/2", "1 东山镇中心小学 2/2", "1 东山中学 1/0", "0 西河镇人民政府 1/0", "1 西河镇中心小学 1/0"),
                picture.places().stream()
                        .map(each -> each.level() + " " + each.name() + " " + each.open() + "/" + each.out())
                        .toList());
        assertEquals(0, picture.quietSchools());
        assertEquals("/cases?school=" + east.id(), picture.places().get(1).list());
        assertEquals(
                "/cases?township=" + registry.east.id(), picture.places().get(0).list());
        assertEquals("全县控辍保学情况", picture.title());
    }

    @Test
    void groupsCausesAndKeepsIllnessAmongTheOthersWithoutTheGrant() {
        at.out(east, daysAgo(10), "不想读书");
        at.out(east, daysAgo(9), "因病在家休养");
        at.out(east, daysAgo(9), "家里没人同意");
        at.out(east, daysAgo(9), "联系不上");

        CountyPicture usual = at.of(bureau());
        assertEquals(1, CountyTable.count(usual.causes(), "WEARY"));
        assertEquals(2, CountyTable.count(usual.causes(), "OTHER"));
        assertEquals(1, CountyTable.count(usual.causes(), "UNKNOWN"));
        assertTrue(usual.causes().stream().noneMatch(bar -> bar.id().equals("HEALTH")));

        CountyPicture trusted = at.of(registry.trusted(Role.BUREAU, registry.bureau));
        assertEquals(1, CountyTable.count(trusted.causes(), "HEALTH"));
        assertEquals(1, CountyTable.count(trusted.causes(), "OTHER"));
    }

    @Test
    void tellsHowLongAgoSomebodyLastPersuaded() {
        int[] days = {0, 7, 8, 14, 15, 30, 31};
        for (int ago : days) {
            at.persuaded(east, at.out(east, daysAgo(40), "厌学"), daysAgo(ago));
        }
        at.suspected(east, daysAgo(2), "去向不明");
        at.returned(east, at.out(east, daysAgo(40), "厌学"), daysAgo(1));

        List<CountyPicture.Bar> pauses = at.of(bureau()).pauses();

        assertEquals(
                List.of("WEEK 2", "FORTNIGHT 2", "MONTH 2", "LONGER 1", "NEVER 1"),
                pauses.stream().map(bar -> bar.id() + " " + bar.count()).toList());
        assertEquals("/cases?state=SUSPECTED,OUT&persuaded=WEEK", pauses.get(0).list());
    }

    @Test
    void followsTheWayToZeroByWhatIsKnownNow() {
        Case back = at.out(east, LocalDate.of(2026, 9, 10), "厌学");
        at.out(east, LocalDate.of(2026, 10, 12), "厌学");
        at.suspected(east, LocalDate.of(2026, 11, 2), "去向不明");
        at.returned(east, back, LocalDate.of(2026, 10, 20));

        CountyPicture picture = at.of(bureau());

        assertEquals(12, picture.towardZero().size());
        assertEquals(0, CountyTable.month(picture.towardZero(), "2026-08"));
        assertEquals(1, CountyTable.month(picture.towardZero(), "2026-09"));
        assertEquals(1, CountyTable.month(picture.towardZero(), "2026-10"));
        assertEquals(1, CountyTable.month(picture.towardZero(), "2026-11"));
        assertEquals(1, CountyTable.month(picture.returns(), "2026-10"));
        assertEquals(0, picture.totals().returnedThisMonth());

        CountyPicture september = at.of(bureau(), Optional.empty(), Optional.of("2026-09"));
        assertEquals("2026-09-30", september.asOf().toString());
        assertEquals(1, september.totals().out());
        assertEquals("/cases?on=2026-09-30", september.totals().list());
    }

    @Test
    void computesRatesAsTheJurisdictionDefinesThem() {
        for (int i = 0; i < 7; i++) {
            at.child(east);
        }
        at.out(east, daysAgo(10), "厌学");
        CountyPicture picture = at.of(at.clerk(east));

        CountyPicture.Share dropout = CountyTable.rate(picture, "dropout");
        assertEquals(1, dropout.numerator());
        assertEquals(8, dropout.denominator());
        assertEquals("12.50", String.valueOf(dropout.percent()));
        assertEquals(
                "87.50", String.valueOf(CountyTable.rate(picture, "retention").percent()));
        assertFalse(dropout.formula().isEmpty());
        assertFalse(dropout.source().isEmpty());
    }

    @Test
    void anEmptyCountySaysThatNothingCanBeComputed() {
        CountyPicture picture = at.of(bureau());

        assertEquals(0, picture.totals().open());
        assertEquals(List.of(), picture.places());
        assertEquals(3, picture.quietSchools());
        CountyPicture.Share rate = CountyTable.rate(picture, "enrolment");
        assertNull(rate.percent());
        assertTrue(rate.why().contains("无法计算"), rate.why());
        DrawnPicture drawn = DrawnPicture.of(picture);
        assertEquals(12, drawn.towardZero().columns().size());
    }

    @Test
    void aSchoolSeesItsOwnAndAskingForAnotherFindsNothing() {
        at.out(east, daysAgo(10), "厌学");
        at.out(west, daysAgo(10), "厌学");

        assertEquals(1, at.of(at.clerk(east)).totals().open());
        assertEquals("本校控辍保学情况", at.of(at.clerk(east)).title());
        Caller township = registry.caller(Role.TOWNSHIP, registry.east);
        assertEquals("本镇控辍保学情况", at.of(township).title());
        assertEquals(1, at.of(township).totals().open());
        assertThrows(NotFound.class, () -> at.of(at.clerk(east), Optional.of(west.id()), Optional.empty()));
        assertThrows(NotFound.class, () -> at.of(township, Optional.of(registry.bureau.id()), Optional.empty()));

        CountyPicture narrowed = at.of(bureau(), Optional.of(west.id()), Optional.empty());
        assertEquals(1, narrowed.totals().open());
        assertEquals("/cases?office=" + west.id(), narrowed.totals().list());
    }

    @Test
    void refusesAPeriodToComeAndOneThatIsNone() {
        assertThrows(ValuesRefused.class, () -> at.picturing.period(Optional.of("2026-12")));
        assertThrows(ValuesRefused.class, () -> at.picturing.period(Optional.of("2026-W99")));
    }

    @Test
    void saysWhoIsLate() {
        at.suspected(east, daysAgo(30), "去向不明");

        CountyPicture picture = at.of(bureau());

        CountyPicture.LateBar late = picture.late().stream()
                .filter(each -> each.office() == east.id())
                .findFirst()
                .orElseThrow();
        assertTrue(late.late() >= 1);
        assertTrue(late.worstDays() > 0);
        assertEquals("/tasks?office=" + east.id(), late.list());
        assertTrue(picture.totals().late() >= late.late());
    }

    @Test
    void aChildWithTwoAbsencesInAMonthComesBackOnceInIt() {
        Case found = at.out(east, LocalDate.of(2026, 10, 5), "厌学");
        at.returned(east, found, LocalDate.of(2026, 10, 10));
        at.happen(east, found, EventKind.RELAPSED, LocalDate.of(2026, 10, 15), Map.of());
        at.returned(east, found, LocalDate.of(2026, 10, 25));

        CountyPicture picture = at.of(bureau());

        assertEquals(1, CountyTable.month(picture.returns(), "2026-10"));
        assertEquals(1, picture.totals().open());
        assertEquals(1, picture.places().get(0).followed());
    }

    @Test
    void aChildWithoutASchoolIsItsTownshipsOwn() {
        Caller township = registry.caller(Role.TOWNSHIP, registry.east);
        long child = at.desk
                .roster
                .enter(township, registry.invent(east).withoutSchool().details())
                .id();
        at.acts.casework.open(township, child, daysAgo(3), "从未入学");

        CountyPicture picture = at.of(bureau());

        assertEquals(
                List.of("0 东山镇人民政府", "1 没有学籍学校"),
                picture.places().stream()
                        .map(each -> each.level() + " " + each.name())
                        .toList());
        assertEquals(
                "/cases?township=" + registry.east.id() + "&school=none",
                picture.places().get(1).list());
    }

    @Test
    void countsChildrenOfSchoolAgeOnTheDay() {
        LocalDate sixteen = CountyTable.TODAY.minusYears(16);
        List<LocalDate> born = List.of(sixteen, sixteen.plusDays(1), CountyTable.TODAY.minusYears(6));
        born.forEach(day -> at.enter(east, registry.invent(east).withId(registry.idOf(day))));
        at.enter(
                east,
                registry.invent(east)
                        .withId(registry.idOf(CountyTable.TODAY.minusYears(6).plusDays(1))));

        CountyPicture.Share rate = CountyTable.rate(at.of(at.clerk(east)), "enrolment");

        assertEquals(2, rate.denominator(), "a child that is sixteen today no more, one that is six today");
        assertEquals("100.00", String.valueOf(rate.percent()));
    }
}
