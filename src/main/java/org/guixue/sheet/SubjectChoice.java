package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.form.Form;
import org.guixue.form.SubjectKind;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentQuery;

/** Whom or what a new paper may be about, within the caller's scope. */
@ApplicationScoped
public class SubjectChoice {
    private static final int MOST = 100;

    private final Students students;
    private final Cases cases;
    private final Offices offices;
    private final SearchIndex index;
    private final ChildTrail childTrail;
    private final ListingTrail listingTrail;
    private final Clock clock;

    @Inject
    public SubjectChoice(
            Students students,
            Cases cases,
            Offices offices,
            SearchIndex index,
            ChildTrail childTrail,
            ListingTrail listingTrail,
            Clock clock) {
        this.students = students;
        this.cases = cases;
        this.offices = offices;
        this.index = index;
        this.childTrail = childTrail;
        this.listingTrail = listingTrail;
        this.clock = clock;
    }

    /** One line of the list to choose from; the cells are headed by the page. */
    public record Choice(String href, String name, List<String> cells) {}

    /** A child for whom a form is wanted, and its open case. */
    public record Chosen(long id, String name, String state, Optional<Long> caseId) {
        boolean suits(Form form) {
            return form.about().child() && form.suits(state);
        }

        /** Where the form is begun for this child; empty where it needs a case and there is none. */
        Optional<String> begin(Form form) {
            return form.about() == SubjectKind.STUDENT
                    ? Optional.of(address(form, id))
                    : caseId.map(open -> address(form, open));
        }
    }

    Optional<Chosen> child(Caller caller, long id) {
        Optional<Student> found = students.find(id, caller.scope());
        found.ifPresent(child -> childTrail.read(caller, id, "forms"));
        return found.map(child -> new Chosen(
                id,
                child.name(),
                child.state().name(),
                cases.openCase(id, caller.scope()).map(Case::id)));
    }

    List<Choice> among(Caller caller, Form form, String q) {
        return switch (form.about()) {
            case STUDENT -> found(caller, q).map(child -> child(form, child)).toList();
            case CASE ->
                q.isBlank()
                        ? openCases(caller).map(open -> caseFile(form, open)).toList()
                        : found(caller, q)
                                .flatMap(child -> cases.openCase(child.id(), caller.scope()).stream())
                                .map(open -> caseFile(form, open))
                                .toList();
            case OFFICE ->
                offices.within(caller.scope()).stream()
                        .filter(office -> !office.closed() && office.name().contains(q.strip()))
                        .map(office -> office(form, office))
                        .toList();
            case TERM, PERIOD -> List.of();
        };
    }

    /** This term and its neighbours, as {@code 2026-autumn}. */
    static List<Choice> terms(LocalDate today) {
        List<Choice> terms = new ArrayList<>();
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            terms.add(new Choice(year + "-spring", year + "年春季学期", List.of()));
            terms.add(new Choice(year + "-autumn", year + "年秋季学期", List.of()));
        }
        return terms;
    }

    private Stream<Case> openCases(Caller caller) {
        List<Case> open = cases.open(caller.scope(), MOST);
        listingTrail.searched(caller, "个案", "", open.size());
        return open.stream();
    }

    private Stream<Student> found(Caller caller, String q) {
        var hits = index.students(new StudentQuery(q, Optional.empty(), Optional.empty(), 1, MOST), caller.scope());
        listingTrail.searched(caller, "学生", q, hits.total());
        return students.list(hits.ids(), caller.scope()).stream();
    }

    private Choice child(Form form, Student child) {
        return new Choice(
                address(form, child.id()),
                child.name(),
                List.of(
                        child.sex(),
                        child.ageOn(LocalDate.now(clock)) + "岁",
                        child.maskedId(),
                        child.school().map(Office::name).orElse("无学籍"),
                        child.grade() + child.schoolClass()));
    }

    private static Choice caseFile(Form form, Case open) {
        return new Choice(
                address(form, open.id()),
                open.student().name(),
                List.of(
                        open.openedOn().toString(),
                        open.reason(),
                        open.persuasions().size() + "次",
                        open.student().school().map(Office::name).orElse("无学籍")));
    }

    private static Choice office(Form form, Office office) {
        return new Choice(address(form, office.id()), office.name(), List.of(office.region(), office.principal()));
    }

    private static String address(Form form, long id) {
        return "/instruments/new?form=" + form.id() + "&" + form.about().code() + "=" + id;
    }
}
