package org.guixue.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.identity.Normaliser;
import org.guixue.instrument.Subject;
import org.guixue.person.Guardian;
import org.guixue.person.Student;

/**
 * Whom of a child's family a paper names as its guardians. A paper that is served on somebody else has no effect, so who is
 * known not to be a guardian is never named, and where nobody said whether one is, the clerk is asked.
 */
record NamedGuardians(Form form, Subject subject, Map<String, Object> given) {
    private static final List<String> PATHS = List.of("student.guardian1", "student.guardian2");

    static NamedGuardians none(Form form) {
        return new NamedGuardians(form, Subject.none(), Map.of());
    }

    /** Who was named there, as the roster knows him; without a name the first of those who may be served. */
    Optional<Guardian> at(int position) {
        Optional<String> named = nameAt(position, given);
        if (named.isPresent()) {
            return family().stream()
                    .filter(each -> each.name().equals(named.get()))
                    .findFirst();
        }
        List<Guardian> served = subject.student().map(Student::servedGuardians).orElse(List.of());
        return position < served.size() ? Optional.of(served.get(position)) : Optional.empty();
    }

    private List<Guardian> family() {
        return subject.student().map(Student::guardians).orElse(List.of());
    }

    private Optional<Field> fieldAt(int position) {
        return form.fields().stream()
                .filter(field -> field.from().equals(Optional.of(PATHS.get(position))))
                .findFirst();
    }

    private Optional<String> nameAt(int position, Map<String, Object> values) {
        return fieldAt(position)
                .map(Field::name)
                .flatMap(name -> Optional.ofNullable(values.get(name)))
                .map(value -> Normaliser.name(value.toString()))
                .filter(name -> !name.isEmpty());
    }

    /** What is wrong with those whom the completed paper names. */
    List<Violation> violations(Map<String, Object> complete) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < PATHS.size(); i++) {
            Optional<Field> field = fieldAt(i);
            if (field.isPresent()) {
                Optional<String> name = nameAt(i, complete);
                name.flatMap(this::denied)
                        .or(() -> name.isEmpty() && field.get().required() ? asked() : Optional.empty())
                        .ifPresent(
                                message -> found.add(new Violation(field.get().name(), message)));
            }
        }
        return found;
    }

    private Optional<String> denied(String name) {
        List<Guardian> called =
                family().stream().filter(each -> each.name().equals(name)).toList();
        boolean denied =
                !called.isEmpty() && called.stream().noneMatch(each -> each.mayBeServed() || each.isToBeAsked());
        return denied ? Optional.of("名册上“%s”不是监护人，送达给他没有效力；请填写监护人，名册有误的请先更正名册".formatted(name)) : Optional.empty();
    }

    /** What is said of a name in that field that the roster does not know for this child; empty for another field. */
    Optional<String> stranger(Field field) {
        boolean names = field.from().filter(PATHS::contains).isPresent();
        String name = Normaliser.name(String.valueOf(given.get(field.name())));
        boolean unknown = !family().isEmpty()
                && family().stream().noneMatch(each -> each.name().equals(name));
        return names && unknown
                ? Optional.of("名册上没有“%s”：登记的是%s。名册有误的，请先更正名册；确实应当这样写的，可以继续"
                        .formatted(
                                name,
                                family().stream().map(NamedGuardians::called).collect(Collectors.joining("、"))))
                : Optional.empty();
    }

    private static String called(Guardian each) {
        return each.relation().isEmpty() ? each.name() : each.name() + "（" + each.relation() + "）";
    }

    private Optional<String> asked() {
        return family().stream().filter(Guardian::isToBeAsked).findFirst().map(each -> "名册上没有填写“%s”是不是监护人，请核实后填写监护人姓名"
                .formatted(called(each)));
    }
}
