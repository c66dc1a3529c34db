package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.identity.Normaliser;
import org.guixue.identity.VisibleText;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** Finds within the caller's scope what somebody is to answer for. */
@ApplicationScoped
public class DutyPlaces {
    private static final int LONGEST_VILLAGE = 60;
    private static final int LONGEST_CLASS = 20;

    private final Offices offices;
    private final Students students;

    @Inject
    public DutyPlaces(Offices offices, Students students) {
        this.offices = offices;
        this.students = students;
    }

    /**
     * What was named, or nothing and what is wrong with it.
     *
     * @throws NotFound for an office or a child out of scope
     */
    Optional<DutyPlace> find(Caller caller, DutyLayer layer, Charge charge, List<Violation> wrong) {
        List<Violation> found = new ArrayList<>();
        Optional<DutyPlace> place = layer.covers() == DutyLayer.Covers.CHILD
                ? child(caller, charge, found)
                : office(caller, layer, charge, found);
        wrong.addAll(found);
        return found.isEmpty() ? place : Optional.empty();
    }

    private Optional<DutyPlace> child(Caller caller, Charge charge, List<Violation> wrong) {
        if (charge.student() == 0) {
            wrong.add(new Violation("student", "请指明学生"));
            return Optional.empty();
        }
        Student child = students.find(charge.student(), caller.scope()).orElseThrow(() -> new NotFound("学生"));
        return Optional.of(DutyPlace.of(child));
    }

    private Optional<DutyPlace> office(Caller caller, DutyLayer layer, Charge charge, List<Violation> wrong) {
        if (charge.office() == 0) {
            wrong.add(new Violation("office", "请选择" + kinds(layer)));
            return Optional.empty();
        }
        Office office = offices.find(charge.office(), caller.scope()).orElseThrow(() -> new NotFound("单位"));
        if (!layer.kinds().contains(office.kind())) {
            wrong.add(
                    new Violation("office", "“%s”应选%s，不能选“%s”".formatted(layer.label(), kinds(layer), office.name())));
        } else if (office.closed()) {
            wrong.add(new Violation("office", "“%s”已撤销，请选择接收它的单位".formatted(office.name())));
        }
        String village = Normaliser.line(charge.village());
        String grade = Normaliser.line(charge.grade());
        String schoolClass = Normaliser.line(charge.schoolClass());
        switch (layer.covers()) {
            case VILLAGE -> need(wrong, "village", village, LONGEST_VILLAGE, "请填写村或村民小组");
            case GRADE -> need(wrong, "grade", grade, LONGEST_CLASS, "请填写年级，如五年级");
            case CLASS -> {
                need(wrong, "grade", grade, LONGEST_CLASS, "请填写年级，如五年级");
                need(wrong, "schoolClass", schoolClass, LONGEST_CLASS, "请填写班级，如2班");
            }
            case OFFICE, CHILD -> {}
        }
        return Optional.of(new DutyPlace(office, Optional.empty(), village, grade, schoolClass));
    }

    private static void need(List<Violation> wrong, String field, String text, int longest, String whenEmpty) {
        Optional<String> refusal = text.isEmpty() ? Optional.of(whenEmpty) : VisibleText.lineRefusal(text, longest);
        refusal.ifPresent(message -> wrong.add(new Violation(field, message)));
    }

    private static String kinds(DutyLayer layer) {
        return layer.kinds().stream().map(OfficeKind::label).collect(Collectors.joining("或"));
    }
}
