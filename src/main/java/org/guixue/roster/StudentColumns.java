package org.guixue.roster;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.identity.Given;
import org.guixue.identity.OtherPaper;
import org.guixue.office.Office;
import org.guixue.person.Address;
import org.guixue.person.Student;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code student} that an import writes; staging has them under the same names. */
final class StudentColumns {
    static final List<String> NAMES = List.of(
            "name",
            "sex",
            "ethnicity",
            "born_on",
            "national_id",
            "student_number",
            "school_id",
            "school_path",
            "township_id",
            "township_path",
            "grade",
            "school_class",
            "head_teacher",
            "head_teacher_phone",
            "health",
            "state",
            "no_id_reason",
            "other_paper_kind",
            "other_paper_number",
            "residence_province",
            "residence_city",
            "residence_county",
            "residence_township",
            "residence_detail",
            "household_province",
            "household_city",
            "household_county",
            "household_township",
            "household_detail",
            "roll_province",
            "roll_city",
            "roll_county",
            "roll_township",
            "roll_detail",
            "disability_kind",
            "disability_grade",
            "disability_certificate",
            "disability_remark");

    static final String LIST = String.join(", ", NAMES);
    static final String ASSIGNMENTS = NAMES.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    private static final List<String> NUMBERS = List.of("school_id", "township_id");

    private StudentColumns() {}

    static String parameters(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    private static List<@Nullable Object> values(Student child) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                child.name(),
                child.sex(),
                child.ethnicity(),
                java.sql.Date.valueOf(child.bornOn()),
                orNull(child.heldId()),
                orNull(child.heldNumber()),
                child.school().map(Office::id).orElse(null),
                child.school().map(Office::path).orElse(null),
                child.township().id(),
                child.township().path(),
                child.grade(),
                child.schoolClass(),
                child.headTeacher(),
                child.headTeacherPhone(),
                child.health(),
                child.state().name(),
                child.noIdReason(),
                child.otherPaper().map(OtherPaper::kind).orElse(null),
                child.otherPaper().map(OtherPaper::number).orElse(null)));
        addParts(child.addresses().residence(), values);
        addParts(child.addresses().household(), values);
        addParts(child.addresses().roll(), values);
        values.add(child.disability().kind());
        values.add(child.disability().grade());
        values.add(child.disability().certificate());
        values.add(child.disability().remark());
        return values;
    }

    private static @Nullable String orNull(Given<?> given) {
        return given.isNothing() ? null : given.text();
    }

    private static void addParts(Address address, List<@Nullable Object> values) {
        values.addAll(
                List.of(address.province(), address.city(), address.county(), address.township(), address.detail()));
    }

    /** Sets the parameters from {@code first} on; without a child they are null. */
    static int set(PreparedStatement statement, int first, @Nullable Student child) throws SQLException {
        List<@Nullable Object> values = child == null ? List.of() : values(child);
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            int type = NUMBERS.contains(name)
                    ? java.sql.Types.BIGINT
                    : name.equals("born_on") ? java.sql.Types.DATE : java.sql.Types.VARCHAR;
            statement.setObject(first + i, child == null ? null : values.get(i), type);
        }
        return first + NAMES.size();
    }
}
