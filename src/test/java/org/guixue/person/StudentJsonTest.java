package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.office.Office;
import org.guixue.page.Stored;
import org.guixue.page.Wire;
import org.junit.jupiter.api.Test;

class StudentJsonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final String WITH_ALL = """
            {"name":"王小明","sex":"男","ethnicity":"汉族","bornOn":"2015-03-15","nationalId":"360702201503151235",
             "studentNumber":"L360702201503150123","otherPaper":{"kind":"护照","number":"E12345678"},
             "grade":"六年级","schoolClass":"2","headTeacher":"林晓芳","headTeacherPhone":"13800000001",
             "guardians":[{"name":"王建国","relation":"父","phone":"13800000002"}],
             "residence":{"province":"江西省","city":"赣州市","county":"示范县","township":"东山镇","detail":"大路村3号"},
             "health":"良好","disability":{"kind":"听力","grade":"二级","certificate":"","remark":"助听器"},
             "categories":[{"name":"留守儿童","from":"2024-09-01","evidence":"村委会证明"},
                           {"name":"残疾儿童少年","from":"2024-09-01"}]}
            """;

    @Test
    void answersALine() throws Exception {
        assertEquals("""
                {"id":9,"name":"王小明","sex":"男","age":11,"maskedId":"3607**********1235","school":"东山小学",\
                "grade":"六年级","schoolClass":"2","state":"ENROLLED"}""", Wire.of(StudentJson.line(child(WITH_ALL, 7), TODAY)));
    }

    @Test
    void masksAndLeavesOutWhatTheCallerMayNotSee() throws Exception {
        assertEquals("""
                {"id":9,"name":"王小明","sex":"男","age":11,"maskedId":"3607**********1235","school":7,\
                "grade":"六年级","schoolClass":"2","state":"ENROLLED","ethnicity":"汉族","bornOn":"2015-03-15",\
                "noIdReason":"","otherPaper":{"kind":"护照","number":"E1*****78"},\
                "studentNumber":"L3607**********0123","schoolName":"东山小学","township":5,"townshipName":"东山镇人民政府",\
                "headTeacher":"林晓芳","headTeacherPhone":"13800000001",\
                "guardians":[{"name":"王建国","relation":"父亲","phone":"13800000002","guardian":true}],\
                "residence":"江西省赣州市示范县东山镇大路村3号","residenceParts":{"province":"江西省","city":"赣州市",\
                "county":"示范县","township":"东山镇","detail":"大路村3号"},\
                "household":"","householdParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "rollAddress":"","rollAddressParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "categories":["留守儿童"],"categoryPeriods":[{"name":"留守儿童","from":"2024-09-01","until":null,\
                "evidence":"村委会证明"}],"version":0,"boarding":"","overseas":"","householdKind":"","entryWay":"",\
                "origin":"","remarks":""}""", Wire.of(StudentJson.whole(child(WITH_ALL, 7), caller(false), TODAY, false)));
    }

    @Test
    void showsAllToWhoHoldsTheGrantAndGaveAReason() throws Exception {
        assertEquals("""
                {"id":9,"name":"王小明","sex":"男","age":11,"maskedId":"3607**********1235","school":7,\
                "grade":"六年级","schoolClass":"2","state":"ENROLLED","ethnicity":"汉族","bornOn":"2015-03-15",\
                "nationalId":"360702201503151235","noIdReason":"","otherPaper":{"kind":"护照","number":"E12345678"},\
                "studentNumber":"L360702201503150123","schoolName":"东山小学","township":5,"townshipName":"东山镇人民政府",\
                "headTeacher":"林晓芳","headTeacherPhone":"13800000001",\
                "guardians":[{"name":"王建国","relation":"父亲","phone":"13800000002","guardian":true}],\
                "residence":"江西省赣州市示范县东山镇大路村3号","residenceParts":{"province":"江西省","city":"赣州市",\
                "county":"示范县","township":"东山镇","detail":"大路村3号"},\
                "household":"","householdParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "rollAddress":"","rollAddressParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "health":"良好","disability":"听力残疾，二级，助听器","disabilityParts":{"kind":"听力","grade":"二级",\
                "certificate":"","remark":"助听器"},"categories":["残疾儿童少年","留守儿童"],"categoryPeriods":[\
                {"name":"残疾儿童少年","from":"2024-09-01","until":null,"evidence":""},\
                {"name":"留守儿童","from":"2024-09-01","until":null,"evidence":"村委会证明"}],"version":0,"boarding":"","overseas":"","householdKind":"","entryWay":"",\
                "origin":"","remarks":"","inclusion":"","bloodType":""}""", Wire.of(StudentJson.whole(child(WITH_ALL, 7), caller(true), TODAY, true)));
    }

    @Test
    void saysNullOfWhatAChildHasNot() throws Exception {
        Student child = child("""
                {"name":"李小红","sex":"女","bornOn":"2016-05-01","noIdReason":"尚未登记户口"}
                """, 0);
        assertEquals("""
                {"id":9,"name":"李小红","sex":"女","age":10,"maskedId":"无","school":null,"grade":"","schoolClass":"",\
                "state":"NOT_ENROLLED"}""", Wire.of(StudentJson.line(child, TODAY)));
        assertEquals("""
                {"id":9,"name":"李小红","sex":"女","age":10,"maskedId":"无","school":null,"grade":"","schoolClass":"",\
                "state":"NOT_ENROLLED","ethnicity":"","bornOn":"2016-05-01","nationalId":null,"noIdReason":"尚未登记户口",\
                "otherPaper":null,"studentNumber":null,"schoolName":null,"township":5,"townshipName":"东山镇人民政府",\
                "headTeacher":"","headTeacherPhone":"","guardians":[],\
                "residence":"","residenceParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "household":"","householdParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "rollAddress":"","rollAddressParts":{"province":"","city":"","county":"","township":"","detail":""},\
                "categories":[],"categoryPeriods":[],"version":0,"boarding":"","overseas":"","householdKind":"","entryWay":"",\
                "origin":"","remarks":""}""", Wire.of(StudentJson.whole(child, caller(false), TODAY, true)));
    }

    @Test
    void answersAMovement() throws Exception {
        Student child = child(WITH_ALL, 7);
        Movement movement = Stored.with(
                new Movement(
                        child,
                        MovementKind.TRANSFER_IN,
                        TODAY,
                        new Standing(StudentState.NOT_ENROLLED, Optional.empty(), "", ""),
                        "外县小学",
                        "附诊断证明",
                        "转学证明",
                        caller(false),
                        NOW),
                "id",
                44L);
        String before = """
                {"id":44,"kind":"TRANSFER_IN","label":"转入","on":"2026-11-22",\
                "from":{"state":"NOT_ENROLLED","school":null,"schoolName":null,"grade":"","schoolClass":""},\
                "to":{"state":"ENROLLED","school":7,"schoolName":"东山小学","grade":"六年级","schoolClass":"2"},\
                "elsewhere":"外县小学","detail":"另册保管","evidence":"转学证明","recorder":"林晓芳",\
                "recordedAt":"2026-11-22T09:02:03+08:00"}""";
        assertEquals(before, Wire.of(MovementApi.ShownMovement.of(movement, false)));
        assertEquals(before.replace("另册保管", "附诊断证明"), Wire.of(MovementApi.ShownMovement.of(movement, true)));
    }

    /** @param school id, 0 for none */
    private static Student child(String body, long school) throws Exception {
        StudentDetails details = Wire.read(StudentBody.class, body)
                .details(school == 0 ? OptionalLong.empty() : OptionalLong.of(school), OptionalLong.of(5), TODAY);
        Office township = office(5, "东山镇人民政府");
        return Stored.with(new Student(details, school == 0 ? null : office(school, "东山小学"), township, NOW), "id", 9L);
    }

    private static Office office(long id, String name) throws ReflectiveOperationException {
        return Stored.as(Office.class, "id", id, "name", name, "path", "/1/" + id + "/");
    }

    private static Caller caller(boolean mayReadSensitive) {
        return new Caller(2, "lin", "林晓芳", Role.CLERK, new Scope(7, "/1/7/"), mayReadSensitive, false, "");
    }
}
