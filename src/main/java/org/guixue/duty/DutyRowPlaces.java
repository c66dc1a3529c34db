package org.guixue.duty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** Finds what a row of a workbook names: offices by name or code, children by our number, else by name among those who are away. */
final class DutyRowPlaces {
    private final DutyPlaces places;
    private final Students students;
    private final Map<String, List<Office>> offices = new HashMap<>();

    DutyRowPlaces(DutyPlaces places, Students students, List<Office> within) {
        this.places = places;
        this.students = students;
        within.stream().filter(office -> !office.closed()).forEach(office -> {
            offices.computeIfAbsent(office.name(), any -> new ArrayList<>()).add(office);
            offices.computeIfAbsent(office.code(), any -> new ArrayList<>()).add(office);
        });
    }

    Optional<DutyPlace> find(Caller caller, DutyLayer layer, DutyRow row, List<Violation> wrong) {
        if (layer.covers() == DutyLayer.Covers.CHILD) {
            return child(caller, row, wrong).map(DutyPlace::of);
        }
        return office(caller, row, wrong)
                .flatMap(office -> places.find(
                        caller,
                        layer,
                        new Charge(office.id(), row.text("village"), row.text("grade"), row.text("schoolClass"), 0),
                        wrong));
    }

    private Optional<Office> office(Caller caller, DutyRow row, List<Violation> wrong) {
        String said = row.text("office");
        List<Office> found = said.isEmpty()
                ? offices.values().stream()
                        .flatMap(List::stream)
                        .filter(office -> office.id() == caller.office())
                        .limit(1)
                        .toList()
                : offices.getOrDefault(said, List.of());
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        wrong.add(new Violation(
                "office",
                found.isEmpty()
                        ? "您的工作范围内没有“%s”，请核对名称或改写单位代码".formatted(DutyRow.shortened(said))
                        : "有%d个单位叫“%s”，请改写单位代码".formatted(found.size(), DutyRow.shortened(said))));
        return Optional.empty();
    }

    private Optional<Student> child(Caller caller, DutyRow row, List<Violation> wrong) {
        if (row.studentId() != 0) {
            Optional<Student> found = students.find(row.studentId(), caller.scope())
                    .filter(child ->
                            row.text("student").isEmpty() || child.name().equals(row.text("student")));
            if (found.isEmpty()) {
                wrong.add(new Violation("studentId", "没有这个编号的学生，或姓名不一致，请核对"));
            }
            return found;
        }
        if (row.text("student").isEmpty()) {
            wrong.add(new Violation("student", "请填写学生姓名"));
            return Optional.empty();
        }
        List<Student> found = students.named(row.text("student"), caller.scope()).stream()
                .filter(child -> says(
                        row,
                        "office",
                        child.school().map(Office::name).orElse(child.township().name())))
                .filter(child -> says(row, "grade", child.grade()) && says(row, "schoolClass", child.schoolClass()))
                .toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        wrong.add(new Violation(
                "student",
                found.isEmpty()
                        ? "名册上没有这名学生，请核对姓名、学校和班级"
                        : "有%d名学生叫“%s”，请填写学生编号（学生页面地址末尾的数字）"
                                .formatted(found.size(), DutyRow.shortened(row.text("student")))));
        return Optional.empty();
    }

    private static boolean says(DutyRow row, String field, String held) {
        return row.text(field).isEmpty() || row.text(field).equals(held);
    }
}
