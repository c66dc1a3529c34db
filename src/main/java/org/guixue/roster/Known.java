package org.guixue.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guixue.access.Scope;
import org.guixue.identity.NationalId;
import org.guixue.identity.PersonName;
import org.guixue.identity.StudentNumber;
import org.guixue.person.Duplicates;
import org.guixue.person.KnownChild;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** Who is on the roster already among the children that some hundred rows name; a handful of queries. */
final class Known {
    private final Map<String, KnownChild> byId = new HashMap<>();
    private final Map<String, KnownChild> byNumber = new HashMap<>();
    private final Map<String, List<KnownChild>> byPaper = new HashMap<>();
    private final Map<String, List<KnownChild>> alike = new HashMap<>();
    private final Map<String, List<KnownChild>> named = new HashMap<>();
    private final Map<Long, Student> visible = new HashMap<>();

    Known(List<RosterRow> rows, Duplicates duplicates, Students students, Scope scope) {
        List<NationalId> ids = rows.stream()
                .map(RosterRow::nationalId)
                .flatMap(Optional::stream)
                .toList();
        List<StudentNumber> numbers = rows.stream()
                .map(RosterRow::studentNumber)
                .flatMap(Optional::stream)
                .toList();
        duplicates.withNationalIds(ids).forEach(child -> byId.put(String.valueOf(child.nationalId()), child));
        duplicates
                .withStudentNumbers(numbers)
                .forEach(child -> byNumber.put(String.valueOf(child.studentNumber()), child));
        duplicates
                .withPapers(rows.stream()
                        .map(RosterRow::otherPaper)
                        .flatMap(Optional::stream)
                        .toList())
                .forEach(child -> byPaper.computeIfAbsent(
                                child.paperKind() + " " + child.paperNumber(), key -> new ArrayList<>())
                        .add(child));
        Set<String> unmatched = new HashSet<>();
        Set<String> birthUnsaid = new HashSet<>();
        List<PersonName> names = new ArrayList<>();
        for (RosterRow row : rows) {
            Optional<PersonName> name = matches(row).isEmpty() ? row.givenName().value() : Optional.empty();
            name.ifPresent(known -> {
                names.add(known);
                row.bornOn()
                        .ifPresentOrElse(
                                day -> unmatched.add(key(known.text(), day)), () -> birthUnsaid.add(known.text()));
            });
        }
        List<KnownChild> withNames = duplicates.withNames(names);
        withNames.stream()
                .filter(child -> birthUnsaid.contains(child.name()) && child.visibleIn(scope))
                .forEach(child -> named.computeIfAbsent(child.name(), key -> new ArrayList<>())
                        .add(child));
        withNames.stream()
                .filter(child -> unmatched.contains(key(child.name(), child.bornOn())))
                .forEach(child -> alike.computeIfAbsent(key(child.name(), child.bornOn()), key -> new ArrayList<>())
                        .add(child));
        Set<Long> wanted = new HashSet<>();
        Stream.concat(
                        Stream.concat(byId.values().stream(), byNumber.values().stream()),
                        Stream.of(byPaper.values(), alike.values(), named.values())
                                .flatMap(Collection::stream)
                                .flatMap(List::stream))
                .filter(child -> child.visibleIn(scope))
                .forEach(child -> wanted.add(child.id()));
        students.among(wanted, scope).forEach(child -> visible.put(child.id(), child));
    }

    Optional<KnownChild> withId(RosterRow row) {
        return row.nationalId().map(id -> byId.get(id.text()));
    }

    Optional<KnownChild> withNumber(RosterRow row) {
        return row.studentNumber().map(number -> byNumber.get(number.text()));
    }

    List<KnownChild> withPaper(RosterRow row) {
        return row.otherPaper()
                .map(paper -> byPaper.getOrDefault(paper.key(), List.of()))
                .orElse(List.of());
    }

    /** The children with its ID, its other paper or its number: none, one, or different ones. */
    List<KnownChild> matches(RosterRow row) {
        return Stream.concat(Stream.concat(withId(row).stream(), withPaper(row).stream()), withNumber(row).stream())
                .distinct()
                .toList();
    }

    /** Those of that name and birth date; looked for only where a row has no match by number. */
    List<KnownChild> alike(String name, LocalDate bornOn) {
        return alike.getOrDefault(key(name, bornOn), List.of());
    }

    /** Those of that name whom the scope includes; looked for only where a row says no birth date and has no match by number. */
    List<KnownChild> named(String name) {
        return named.getOrDefault(name, List.of());
    }

    private static String key(String name, LocalDate bornOn) {
        return name + " " + bornOn;
    }

    /** The child itself, where the scope includes it. */
    Optional<Student> child(KnownChild known) {
        return Optional.ofNullable(visible.get(known.id()));
    }
}
