package org.guixue.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.identity.Given;
import org.guixue.office.Office;
import org.guixue.person.Address;
import org.guixue.person.Student;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table {@code student} that an import writes. A row waits for it as one JSON object under the columns'
 * names, so that a new column needs none in staging.
 */
final class StudentColumns {
    private static final List<String> COMPOSED = List.of(
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
            "paper_key",
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

    static final List<String> NAMES = Stream.concat(
                    COMPOSED.stream(), StudentFields.PLAIN.stream().map(StudentField::column))
            .toList();
    static final String LIST = String.join(", ", NAMES);
    static final String ASSIGNMENTS = NAMES.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    private static final List<String> NUMBERS = List.of("school_id", "township_id");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StudentColumns() {}

    static String parameters(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static List<@Nullable Object> values(Student child) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                child.name(),
                child.sex(),
                child.ethnicity(),
                child.bornOn().toString(),
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
                child.otherPaperKind().orElse(null),
                child.otherPaperNumber().orElse(null),
                child.paperKey().orElse(null)));
        addParts(child.addresses().residence(), values);
        addParts(child.addresses().household(), values);
        addParts(child.addresses().roll(), values);
        values.add(child.disability().kind());
        values.add(child.disability().grade());
        values.add(child.disability().certificate());
        values.add(child.disability().remark());
        StudentFields.PLAIN.forEach(field -> values.add(field.told(child)));
        return values;
    }

    private static @Nullable String orNull(Given<?> given) {
        return given.isNothing() ? null : given.text();
    }

    private static void addParts(Address address, List<@Nullable Object> values) {
        values.addAll(
                List.of(address.province(), address.city(), address.county(), address.township(), address.detail()));
    }

    /** The child as a row that waits. */
    static String json(Student child) {
        ObjectNode row = JSON.createObjectNode();
        List<@Nullable Object> values = values(child);
        for (int i = 0; i < NAMES.size(); i++) {
            row.putPOJO(NAMES.get(i), values.get(i));
        }
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a child could not be staged", e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a staged child could not be read", e);
        }
    }

    /**
     * Sets a statement's parameters from {@code first} on to the columns of a row that waited; a column that is newer than
     * the row is empty.
     */
    static void set(PreparedStatement statement, int first, String json) throws SQLException {
        JsonNode row = read(json);
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            JsonNode value = row.path(name);
            boolean none = value.isNull() || value.isMissingNode();
            if (NUMBERS.contains(name)) {
                statement.setObject(first + i, none ? null : value.asLong(), Types.BIGINT);
            } else if (name.equals("born_on")) {
                statement.setDate(first + i, Date.valueOf(value.asText()));
            } else {
                statement.setString(first + i, value.isNull() ? null : value.asText());
            }
        }
    }
}
