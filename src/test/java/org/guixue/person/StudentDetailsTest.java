package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.Sex;
import org.guixue.identity.StudentNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentDetailsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate BORN = LocalDate.of(2014, 5, 6);
    private static final String ID = id("36079920140506123");

    private static String id(String first17) {
        return first17 + NationalId.checkCharacter(first17);
    }

    private static StudentDetails child(
            String sex,
            String ethnicity,
            List<Guardian> guardians,
            String detail,
            Disability disability,
            List<HeldCategory> held) {
        return new StudentDetails(
                new StudentDetails.Identity(
                        PersonName.read("王欣怡"),
                        Sex.read(sex),
                        Ethnicity.read(ethnicity),
                        BORN,
                        NationalId.read(ID),
                        "",
                        Given.nothing(),
                        StudentNumber.read("G" + ID)),
                new StudentDetails.Schooling(OptionalLong.of(9), "六年级", "1班", "", ""),
                5,
                guardians,
                new Addresses(Address.NONE, new Address("", "", "", "", detail), Address.NONE),
                "",
                disability,
                held,
                Map.of());
    }

    private static String fields(StudentDetails details) {
        return details.violations(TODAY, new KnownCategories(), java.util.Optional.empty()).stream()
                .map(Violation::field)
                .collect(Collectors.joining(" "));
    }

    private static Guardian guardian(String relation, String phone) {
        return new Guardian(new PersonName("王国强"), relation, phone);
    }

    @Test
    void acceptsAChildAsItIsAndCodesForWords() {
        assertEquals(
                "",
                fields(child(
                        "1",
                        "01",
                        List.of(guardian("爸爸", "１３９００００００００")),
                        "<script>=1+1",
                        Disability.NONE,
                        List.of())));
        assertEquals(
                "父亲13900000000",
                guardian("爸爸", "１３９００００００００").relation()
                        + guardian("", "１３９００００００００").phone());
    }

    @Test
    void namesEachFieldOnce() {
        List<Guardian> five = List.of(
                guardian("父亲", "无"),
                guardian("母".repeat(30), ""),
                guardian("", ""),
                guardian("", ""),
                guardian("", ""));
        List<HeldCategory> wrong = List.of(HeldCategory.named("外星人"), HeldCategory.named("外星人"));
        assertEquals(
                "sex ethnicity guardians[0].phone guardians[1].relation guardians household disability categories",
                fields(child("0", "火星族", five, "a\u0007b", new Disability("", "三级", "", ""), wrong)));
        assertEquals("nationalId", fields(child("女", "", List.of(), "", Disability.NONE, List.of())));
    }

    @ParameterizedTest
    @CsvSource({"汉,汉族", "01,汉族", "56,基诺族", "畬族,畲族", "维吾尔,维吾尔族", "97,其他", "98,外国血统", "1,汉族"})
    void knowsPeoplesByNameAndCode(String typed, String expected) {
        assertEquals(expected, new Ethnicity(typed).text());
        assertEquals(56, Ethnicity.ALL.stream().distinct().count());
    }

    @Test
    void hintsAtThePeopleThatWasMeant() {
        String said = assertThrows(IllegalArgumentException.class, () -> new Ethnicity("土佬族"))
                .getMessage();
        assertTrue(said.contains("土家族、土族"), said);
    }

    @Test
    void holdsTheCertificateAgainstTheRest() {
        Optional<NationalId> own = Optional.of(new NationalId(ID));
        assertTrue(new Disability("肢体", "3", ID + "43", "").refusal(own).isEmpty());
        for (Disability wrong : List.of(
                new Disability("听力", "三级", ID + "43", ""),
                new Disability("肢体", "一级", ID + "43", ""),
                new Disability("肢体", "三级", ID + "4", ""),
                new Disability("肢体", "三级", id("36079920140506125") + "43", ""),
                new Disability("腿", "三级", "", ""))) {
            assertTrue(wrong.refusal(own).isPresent(), wrong.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"肢体残疾，三级|肢体残疾，三级", "智力（二级）|智力残疾，二级", "听力残疾1级，戴助听器|听力残疾，一级，戴助听器", "腿脚不便|腿脚不便", "无|''"})
    void readsDisabilityFromOneCell(String typed, String text) {
        assertEquals(text, Disability.parse(typed).text());
        assertEquals(Disability.parse(typed), Disability.parse(text));
    }

    @Test
    void aTermWithAnEndNeedsItsPeriod() {
        KnownCategories known = new KnownCategories();
        assertTrue(known.refusal(HeldCategory.named("建档立卡贫困户学生")).orElseThrow().contains("脱贫户学生"));
        assertTrue(known.refusal(
                        new HeldCategory("建档立卡贫困户学生", Optional.of(LocalDate.of(2018, 9, 1)), Optional.empty(), ""))
                .isEmpty());
        assertTrue(known.refusal(HeldCategory.named("本县特有类别")).isPresent());
        known.learn(List.of("本县特有类别"));
        assertTrue(known.refusal(HeldCategory.named("本县特有类别")).isEmpty());
    }

    @Test
    void namesWithoutDatesKeepThePeriodsThatAreKnown() {
        HeldCategory over = new HeldCategory("单亲家庭学生", Optional.empty(), Optional.of(TODAY.minusDays(1)), "");
        HeldCategory held = new HeldCategory("留守儿童", Optional.of(BORN), Optional.empty(), "走访");
        HeldCategory gone = HeldCategory.named("脱贫户学生");
        assertEquals(
                List.of(over, held, HeldCategory.named("低保家庭学生")),
                KnownCategories.named(List.of("留守", "低保"), List.of(over, held, gone), TODAY));
        assertEquals(
                "新增：低保家庭学生；取消：脱贫户学生",
                CategoryChange.between(List.of(gone, held), List.of(held, HeldCategory.named("低保家庭学生"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"护照 E12345678", "港澳居民来往内地通行证 H12345678", "台湾居民来往大陆通行证 12345678", "出生医学证明 T360123456"})
    void takesOtherPapers(String paper) {
        String[] parts = paper.split(" ");
        OtherPaper kept = new OtherPaper(parts[0], parts[1].toLowerCase(java.util.Locale.ROOT));
        assertEquals(parts[1], kept.number());
        assertTrue(!kept.masked().equals(parts[1]) && !kept.toString().contains(parts[1]));
        assertThrows(IllegalArgumentException.class, () -> new OtherPaper(parts[0], "=1"));
        assertThrows(IllegalArgumentException.class, () -> new OtherPaper("借书证", parts[1]));
    }
}
