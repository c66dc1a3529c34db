package org.guixue.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.person.Addresses;
import org.guixue.person.Disability;
import org.guixue.person.Guardian;
import org.guixue.person.HeldCategory;
import org.guixue.person.Movement;
import org.guixue.person.Student;
import org.guixue.person.StudentFields;

/**
 * What a child's page says of the child; texts that the roster does not know are empty. Numbers are masked unless revealed.
 *
 * @param since the day from which the child is in its state; empty where nobody recorded it
 * @param identity papers and numbers
 * @param health empty for those without the grant
 */
public record ChildFacts(
        long id,
        String name,
        String sex,
        int age,
        String bornOn,
        String ethnicity,
        boolean hasNumbers,
        String state,
        String tone,
        String since,
        String school,
        String schoolClass,
        String headTeacher,
        String headTeacherPhone,
        String township,
        List<Fact> identity,
        List<Fact> places,
        List<Fact> health,
        List<Guardian> guardians,
        List<Belonging> categories) {
    private static final DateTimeFormatter IN_TEXT = DateTimeFormatter.ofPattern("y年M月d日");

    public record Fact(String label, String value) {}

    /**
     * Belonging to a group.
     *
     * @param period in words, empty where it is unknown
     * @param now whether it holds today
     */
    public record Belonging(String name, String period, boolean now) {
        static Belonging of(HeldCategory held, LocalDate today) {
            String from = held.from().map(LocalDate::toString).orElse("");
            String period = held.until()
                    .map(last -> from.isEmpty() ? "至" + last : from + " 至 " + last)
                    .orElse(from.isEmpty() ? "" : from + " 起");
            return new Belonging(held.name(), period, held.holdsOn(today));
        }
    }

    public ChildFacts {
        identity = List.copyOf(identity);
        places = List.copyOf(places);
        health = List.copyOf(health);
        guardians = List.copyOf(guardians);
        categories = List.copyOf(categories);
    }

    static ChildFacts of(
            Student child, List<Movement> movements, LocalDate today, boolean revealed, boolean withSensitive) {
        return new ChildFacts(
                child.id(),
                child.name(),
                child.sex(),
                child.ageOn(today),
                child.bornOn().format(IN_TEXT),
                child.ethnicity(),
                Stream.of(child.heldId(), child.heldNumber(), child.heldPaper())
                        .anyMatch(number -> !number.isNothing()),
                child.state().label(),
                Tones.of(child.state()),
                since(child, movements).map(day -> day.format(IN_TEXT)).orElse(""),
                child.school().map(Office::name).orElse("未在校"),
                (child.grade() + " " + child.schoolClass()).strip(),
                child.headTeacher(),
                child.headTeacherPhone(),
                child.township().name(),
                identity(child, revealed),
                places(child),
                withSensitive ? health(child, revealed) : List.of(),
                child.guardians(),
                child.heldCategories().stream()
                        .filter(held -> withSensitive || !held.sensitive())
                        .map(held -> Belonging.of(held, today))
                        .toList());
    }

    private static Optional<LocalDate> since(Student child, List<Movement> movements) {
        return movements.stream()
                .filter(movement -> movement.to().state() == child.state()
                        && movement.from().state() != child.state())
                .map(Movement::on)
                .reduce((earlier, later) -> later);
    }

    private static List<Fact> identity(Student child, boolean revealed) {
        List<Fact> facts = new ArrayList<>();
        Given<NationalId> id = child.heldId();
        String none = child.noIdReason().isEmpty() ? "无" : "无（" + child.noIdReason() + "）";
        facts.add(new Fact(StudentFields.NATIONAL_ID.label(), id.isNothing() ? none : told(id, NationalId::masked, revealed)));
        Optional<OtherPaper> paper = child.otherPaper();
        paper.ifPresent(known -> facts.add(new Fact(known.kind(), revealed ? known.number() : known.masked())));
        Given<StudentNumber> number = child.heldNumber();
        facts.add(new Fact(StudentFields.STUDENT_NUMBER.label(), number.isNothing() ? "无" : told(number, StudentNumber::masked, revealed)));
        boolean apart = id.value()
                .flatMap(known -> number.value().filter(each -> each.carriesAnotherThan(known)))
                .isPresent();
        if (apart) {
            facts.add(new Fact("说明", "学籍号与现身份证号不同，二者都有效"));
        }
        return facts;
    }

    private static <T> String told(Given<T> number, Function<T, String> masked, boolean revealed) {
        return revealed ? number.text() + (number.isUnread() ? "（待核）" : "") : number.shown(masked);
    }

    private static List<Fact> places(Student child) {
        Addresses addresses = child.addresses();
        String residence = addresses.residence().text();
        String household = addresses.household().text();
        String roll = addresses.roll().text();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(StudentFields.RESIDENCE.label(), residence.isEmpty() ? "未登记" : residence),
                new Fact(StudentFields.HOUSEHOLD.label(), household.isEmpty() ? "未登记" : household.equals(residence) ? "同现住址" : household),
                new Fact(StudentFields.ROLL_ADDRESS.label(), roll.isEmpty() ? "同学校所在地" : roll)));
        facts.addAll(plain(child, false));
        return facts;
    }

    private static List<Fact> plain(Student child, boolean sensitive) {
        return StudentFields.PLAIN.stream()
                .filter(field -> field.isSensitive() == sensitive && !field.told(child).isEmpty())
                .map(field -> new Fact(field.label(), field.told(child)))
                .toList();
    }

    private static List<Fact> health(Student child, boolean revealed) {
        List<Fact> facts = new ArrayList<>(plain(child, true));
        facts.add(new Fact(StudentFields.HEALTH.label(), child.health().isEmpty() ? "未登记" : child.health()));
        Disability disability = child.disability();
        facts.add(new Fact("残疾情况", disability.isNone() ? "无" : disability.text()));
        if (!disability.certificate().isEmpty()) {
            facts.add(new Fact("残疾证号", revealed ? disability.certificate() : disability.maskedCertificate()));
        }
        return facts;
    }
}
