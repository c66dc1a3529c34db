package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.office.Caller;
import org.guixue.office.Office;
import org.guixue.office.OfficeKind;
import org.guixue.office.Offices;
import org.guixue.office.Role;
import org.guixue.office.Trail;
import org.jspecify.annotations.Nullable;

/** Keeps the roster true: enters children and corrects what is written of them, within the caller's scope. */
@ApplicationScoped
public class Roster {
    private static final String ELSEWHERE = "已在本县名册，请联系教育局";

    @Inject
    private Students students;

    @Inject
    private Offices offices;

    @Inject
    private Trail trail;

    @Inject
    private Clock clock;

    @Inject
    private Event<StudentChanged> changed;

    @Transactional
    public Student enter(Caller caller, StudentDetails details) {
        Placement placement = check(caller, details, null);
        Student student = students.add(new Student(details, placement.school(), placement.township(), clock.instant()));
        changed.fire(new StudentChanged(student.id()));
        trail.changed(caller, student.id(), "entered");
        return student;
    }

    @Transactional
    public Student correct(Caller caller, long id, StudentDetails details) {
        Student student = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        Placement placement = check(caller, details, student);
        student.correct(details, placement.school(), placement.township(), clock.instant());
        changed.fire(new StudentChanged(id));
        trail.changed(caller, id, "corrected");
        return student;
    }

    private record Placement(@Nullable Office school, Office township) {}

    private Placement check(Caller caller, StudentDetails details, @Nullable Student known) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能改动名册");
        }
        List<Violation> violations = new ArrayList<>(details.violations(LocalDate.now(clock)));
        Optional<Office> school = details.school().isEmpty()
                ? Optional.empty()
                : offices.find(details.school().getAsLong()).filter(o -> o.kind() == OfficeKind.SCHOOL);
        if (details.school().isPresent() && school.isEmpty()) {
            violations.add(new Violation("school", "没有这所学校，请从列表中选择"));
        }
        Optional<Office> township = offices.find(details.township()).filter(o -> o.kind() == OfficeKind.TOWNSHIP);
        if (township.isEmpty()) {
            violations.add(new Violation("township", "没有这个乡镇，请从列表中选择"));
        }
        school.filter(Office::closed)
                .ifPresent(o -> violations.add(new Violation("school", "“%s”已撤销，请选择其他学校".formatted(o.name()))));
        township.filter(Office::closed)
                .ifPresent(o -> violations.add(new Violation("township", "“%s”已撤销，请选择其他乡镇".formatted(o.name()))));
        if (violations.isEmpty() && !within(caller, school, township.orElseThrow())) {
            violations.add(
                    new Violation(details.school().isPresent() ? "school" : "township", "不在您的工作范围内，请选择本单位或下属单位"));
        }
        if (violations.isEmpty()) {
            violations.addAll(duplicates(caller, details, known));
        }
        if (!violations.isEmpty()) {
            throw new ValuesRefused(violations);
        }
        return new Placement(school.orElse(null), township.orElseThrow());
    }

    private static boolean within(Caller caller, Optional<Office> school, Office township) {
        return caller.scope().includes(township.path())
                || school.filter(office -> caller.scope().includes(office.path()))
                        .isPresent();
    }

    private List<Violation> duplicates(Caller caller, StudentDetails details, @Nullable Student known) {
        List<Violation> found = new ArrayList<>();
        details.nationalId()
                .flatMap(text -> students.withNationalId(new NationalId(text)))
                .filter(other -> isAnother(other, known))
                .ifPresent(other -> found.add(new Violation("nationalId", taken(caller, other))));
        details.studentNumber()
                .flatMap(text -> students.withStudentNumber(new StudentNumber(text)))
                .filter(other -> isAnother(other, known))
                .ifPresent(other -> found.add(new Violation("studentNumber", taken(caller, other))));
        return found;
    }

    private static boolean isAnother(Student other, @Nullable Student known) {
        return known == null || other.id() != known.id();
    }

    private static String taken(Caller caller, Student other) {
        return other.visibleIn(caller.scope()) ? "与名册中的%s重复，请核对".formatted(other.name()) : ELSEWHERE;
    }
}
