package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.casefile.Cases;
import org.guixue.casefile.history.CaseState;
import org.guixue.identity.NationalId;
import org.guixue.identity.PersonName;
import org.guixue.identity.StudentNumber;
import org.guixue.person.Duplicates;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentQuery;

/** Finds whom a batch is for: ticked children, all that a question finds, or people as a list names them. */
@ApplicationScoped
public class Choosing {
    private static final String NOBODY = "名册上没有这名学生，或不在您的工作范围内；请核对姓名和证件号码";

    private final Students students;
    private final Duplicates known;
    private final Cases cases;
    private final SearchIndex index;

    @Inject
    public Choosing(Students students, Duplicates known, Cases cases, SearchIndex index) {
        this.students = students;
        this.known = known;
        this.cases = cases;
        this.index = index;
    }

    /** Those ids, in their order, each once. */
    Chosen ticked(Caller caller, Collection<Long> ids) {
        List<Long> distinct = List.copyOf(new LinkedHashSet<>(ids));
        refuseTooMany(distinct.size());
        List<Student> found = students.list(distinct, caller.scope());
        Set<Long> there = new LinkedHashSet<>(found.stream().map(Student::id).toList());
        List<Chosen.Missed> missed = distinct.stream()
                .filter(id -> !there.contains(id))
                .map(id -> new Chosen.Missed("编号" + id, NOBODY))
                .toList();
        return new Chosen(found, missed, Map.of());
    }

    long count(Caller caller, StudentQuery question) {
        return index.students(question, caller.scope()).total();
    }

    /**
     * All whom the question finds, in its order.
     *
     * @param caseStates only those whose case stands there; empty for all
     */
    Chosen found(Caller caller, StudentQuery question, Set<CaseState> caseStates) {
        if (caseStates.isEmpty()) {
            refuseTooMany(count(caller, question));
        }
        List<Long> ids = new ArrayList<>();
        try {
            index.walkStudents(question, caller.scope(), ids::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!caseStates.isEmpty()) {
            ids.retainAll(cases.childrenIn(caller.scope(), caseStates));
            refuseTooMany(ids.size());
        }
        return new Chosen(students.list(ids, caller.scope()), List.of(), Map.of());
    }

    /**
     * As a list names them: by number, or by name where only one child can be meant. Who is named twice gets one paper, and
     * is said to have been.
     */
    Chosen named(Caller caller, List<Wanted> all) {
        refuseTooMany(all.size());
        Numbered numbered = numbered(caller, all);
        Map<Long, Student> children = new LinkedHashMap<>();
        Map<Long, String> places = new HashMap<>();
        Map<Long, Map<String, Object>> values = new LinkedHashMap<>();
        List<Chosen.Missed> missed = new ArrayList<>();
        for (Wanted wanted : all) {
            Meant meant = wanted.number().isEmpty()
                    ? byName(caller, wanted)
                    : byNumber(wanted, numbered.childOf(wanted.number()));
            if (meant.child().isEmpty()) {
                missed.add(new Chosen.Missed(wanted.label(), wanted.where() + "：" + meant.why(), wanted.values()));
                continue;
            }
            Student child = meant.child().get();
            String before = places.putIfAbsent(child.id(), wanted.where());
            if (before == null) {
                children.put(child.id(), child);
                values.put(child.id(), wanted.values());
            } else {
                missed.add(new Chosen.Missed(
                        child.name(), "%s与%s是同一名学生，只准备了一份（用%s的内容）".formatted(wanted.where(), before, before)));
            }
        }
        return new Chosen(List.copyOf(children.values()), missed, values);
    }

    static void refuseTooMany(long count) {
        if (count > Batching.MOST) {
            throw new TooLarge("一批最多签发%d份，这里有%d名，请分批办理".formatted(Batching.MOST, count));
        }
    }

    /** Who is meant, or why nobody is. */
    private record Meant(Optional<Student> child, String why) {
        static Meant nobody(String why) {
            return new Meant(Optional.empty(), why);
        }
    }

    /** The children in scope whose numbers were named, found in a few queries for all. */
    private record Numbered(Map<String, Student> byNumber) {
        Optional<Student> childOf(String typed) {
            return Optional.ofNullable(byNumber.get(normal(typed)));
        }
    }

    private static String normal(String typed) {
        return NationalId.read(typed)
                .value()
                .map(NationalId::text)
                .or(() -> StudentNumber.read(typed).value().map(StudentNumber::text))
                .orElse(typed);
    }

    private Numbered numbered(Caller caller, List<Wanted> all) {
        List<NationalId> ids = new ArrayList<>();
        List<StudentNumber> numbers = new ArrayList<>();
        for (Wanted wanted : all) {
            NationalId.read(wanted.number()).value().ifPresent(ids::add);
            StudentNumber.read(wanted.number()).value().ifPresent(numbers::add);
        }
        Map<String, Long> found = new HashMap<>();
        known.withNationalIds(ids).stream()
                .filter(child -> child.visibleIn(caller.scope()))
                .forEach(child -> found.put(String.valueOf(child.nationalId()), child.id()));
        known.withStudentNumbers(numbers).stream()
                .filter(child -> child.visibleIn(caller.scope()))
                .forEach(child -> found.put(String.valueOf(child.studentNumber()), child.id()));
        Map<Long, Student> children = new HashMap<>();
        students.list(List.copyOf(new LinkedHashSet<>(found.values())), caller.scope())
                .forEach(child -> children.put(child.id(), child));
        Map<String, Student> byNumber = new HashMap<>();
        found.forEach(
                (number, id) -> Optional.ofNullable(children.get(id)).ifPresent(child -> byNumber.put(number, child)));
        return new Numbered(byNumber);
    }

    private static Meant byNumber(Wanted wanted, Optional<Student> found) {
        if (found.isEmpty()) {
            return Meant.nobody(
                    isNumber(wanted.number()) ? NOBODY : "“%s”不是身份证号，也不是学籍号，请改正".formatted(wanted.number()));
        }
        String onRoster = found.get().name();
        return wanted.name().isEmpty() || name(wanted.name()).equals(onRoster)
                ? new Meant(found, "")
                : Meant.nobody("证件号码与姓名对不上，名册上这个号码是%s；请核对".formatted(onRoster));
    }

    private static boolean isNumber(String typed) {
        return NationalId.read(typed).value().isPresent()
                || StudentNumber.read(typed).value().isPresent();
    }

    private Meant byName(Caller caller, Wanted wanted) {
        List<Student> namesakes = students.named(name(wanted.name()), caller.scope());
        List<Student> fitting = namesakes.stream()
                .filter(child -> wanted.schoolClass().isEmpty() || isIn(child, wanted.schoolClass()))
                .toList();
        if (fitting.size() == 1) {
            return new Meant(Optional.of(fitting.get(0)), "");
        }
        if (namesakes.isEmpty()) {
            return Meant.nobody(NOBODY);
        }
        if (fitting.isEmpty()) {
            return Meant.nobody("名册上的%s不在“%s”；请核对班级，或写上身份证号".formatted(wanted.name(), wanted.schoolClass()));
        }
        return Meant.nobody("有%s名学生叫%s，分不清是哪一名；请写上身份证号、学籍号或班级"
                .formatted(namesakes.size() < Students.MOST_NAMESAKES ? fitting.size() : "多", wanted.name()));
    }

    private static String name(String typed) {
        return PersonName.read(typed).value().map(PersonName::text).orElse(typed);
    }

    private static boolean isIn(Student child, String typed) {
        String asked = typed.replaceAll("[\\s（()）]", "");
        String whole = (child.grade() + child.schoolClass()).replaceAll("[\\s（()）]", "");
        return whole.equals(asked) || whole.endsWith(asked) || child.grade().equals(asked);
    }
}
