package org.guixue.batch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.SchoolYear;
import org.guixue.duty.Duty;
import org.guixue.person.Student;

/** What stands on the agreement of one responsible person: second party, what it is for, from when to when. */
record AgreementWords(Duty duty) {
    private static final int LONGEST_PARTY = 60;

    Map<String, Object> values() {
        SchoolYear year = duty.year();
        LocalDate from = duty.from().isAfter(year.from()) ? duty.from() : year.from();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("schoolYear", year.begins() + "—" + year.next().begins() + "学年");
        values.put("secondParty", party());
        values.put("secondPrincipal", duty.name());
        values.put("scope", scope());
        values.put("validFrom", from.toString());
        values.put("validUntil", year.until().toString());
        return values;
    }

    /** 六年级（2）班班主任王海燕. */
    private String party() {
        String post = duty.who().post();
        String role = post.isEmpty() ? usualPost() : post;
        String whole = place() + role + duty.name();
        return whole.length() <= LONGEST_PARTY ? whole : duty.name();
    }

    private String usualPost() {
        return switch (duty.layer()) {
            case COUNTY_LEADER -> "包乡镇县领导";
            case TOWNSHIP_CADRE -> "包村干部";
            case VILLAGE_CADRE -> "村干部";
            case BUREAU_LEADER -> "包片局领导";
            case EDUCATION_OFFICE -> "包校领导";
            case SCHOOL_LEADER -> "包级校领导";
            case HEAD_TEACHER -> "班主任";
            case SUBJECT_TEACHER, BOND -> "教师";
        };
    }

    private String place() {
        return switch (duty.layer().covers()) {
            case OFFICE -> duty.office().name();
            case VILLAGE -> duty.village();
            case GRADE -> duty.grade();
            case CLASS -> schoolClass();
            case CHILD -> "";
        };
    }

    private String scope() {
        return switch (duty.layer().covers()) {
            case OFFICE ->
                duty.office().kind() == OfficeKind.SCHOOL
                        ? duty.office().name() + "全体学生"
                        : duty.office().region() + "全体适龄儿童少年";
            case VILLAGE -> duty.office().region() + duty.village() + "全体适龄儿童少年";
            case GRADE -> duty.grade() + "全体学生";
            case CLASS -> schoolClass() + "全体学生";
            case CHILD -> "学生" + duty.student().map(Student::name).orElse("");
        };
    }

    private String schoolClass() {
        return duty.schoolClass().startsWith(duty.grade()) ? duty.schoolClass() : duty.grade() + duty.schoolClass();
    }
}
