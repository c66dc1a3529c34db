package org.guixue.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.guixue.office.Office;
import org.guixue.person.Guardian;
import org.guixue.person.NationalId;
import org.guixue.person.Student;
import org.guixue.person.StudentNumber;

/** What a child's page says of the child; texts that the roster does not know are empty. Numbers are masked unless revealed. */
public record ChildFacts(
        long id,
        String name,
        String sex,
        int age,
        String bornOn,
        String ethnicity,
        String nationalId,
        String studentNumber,
        boolean hasNumbers,
        String school,
        String schoolClass,
        String headTeacher,
        String headTeacherPhone,
        String township,
        String residence,
        String household,
        String health,
        String disability,
        String state,
        String tone,
        List<Guardian> guardians,
        List<String> categories) {
    private static final DateTimeFormatter IN_TEXT = DateTimeFormatter.ofPattern("y年M月d日");

    public ChildFacts {
        guardians = List.copyOf(guardians);
        categories = List.copyOf(categories);
    }

    static ChildFacts of(Student child, LocalDate today, boolean revealed, boolean withSensitive) {
        Optional<NationalId> id = child.nationalId();
        Optional<StudentNumber> number = child.studentNumber();
        return new ChildFacts(
                child.id(),
                child.name(),
                child.sex(),
                child.ageOn(today),
                child.bornOn().format(IN_TEXT),
                child.ethnicity(),
                id.map(known -> revealed ? known.text() : known.masked()).orElse("无"),
                number.map(known -> revealed ? known.text() : known.masked()).orElse("无"),
                id.isPresent() || number.isPresent(),
                child.school().map(Office::name).orElse("未在校"),
                (child.grade() + " " + child.schoolClass()).strip(),
                child.headTeacher(),
                child.headTeacherPhone(),
                child.township().name(),
                child.residence(),
                child.household(),
                child.health(),
                child.disability().text(),
                child.state().label(),
                Tones.of(child.state()),
                child.guardians(),
                child.categoriesOn(today, withSensitive));
    }
}
