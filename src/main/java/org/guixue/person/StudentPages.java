package org.guixue.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.identity.SchoolGrade;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.Said;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentHits;

/** 学生: the list of children in scope, found by what one happens to know. */
@Path("/")
@Controller
@RequestScoped
public class StudentPages {
    private static final int ROWS = 50;

    @Inject
    private Students students;

    @Inject
    private Offices offices;

    @Inject
    private FormsForChildren offered;

    @Inject
    private KnownCategories known;

    @Inject
    private SearchIndex index;

    @Inject
    private ListingTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    /** A row of the list. */
    public record Line(
            long id,
            String name,
            String sex,
            int age,
            String maskedId,
            String school,
            String schoolClass,
            List<String> categories,
            String state,
            String tone) {
        public Line {
            categories = List.copyOf(categories);
        }
    }

    /** An office to choose from. */
    public record Choice(String id, String name) {}

    @GET
    @Path("students")
    public String list(@BeanParam StudentListRequest asked) {
        LocalDate today = LocalDate.now(clock);
        StudentHits hits = index.students(asked.query(today, ROWS), caller.scope());
        trail.searched(caller, "学生", asked.q(), hits.total());
        models.put(
                "rows",
                students.list(hits.ids(), caller.scope()).stream()
                        .map(child -> line(child, today))
                        .toList());
        PageAddress here = asked.address();
        int number = asked.page();
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)), number, ROWS, hits.total()));
        models.put("here", here);
        models.put("export", new PageAddress("/students/export", here.query()));
        List<Office> scope = offices.within(caller.scope());
        models.put("schools", choices(scope, OfficeKind.SCHOOL));
        models.put("townships", choices(scope, OfficeKind.TOWNSHIP));
        models.put("grades", SchoolGrade.COMPULSORY);
        models.put("states", StudentState.values());
        models.put("categories", openCategories());
        models.put("said", said.take());
        models.put("mayEnter", caller.role() != Role.INSPECTOR);
        models.put("forms", offered.forChildren(caller));
        return "person/students.html";
    }

    /** Those that everybody who sees a child may know of; the index holds no others. */
    private List<String> openCategories() {
        return known.all().stream()
                .filter(name -> !HeldCategory.named(name).sensitive())
                .toList();
    }

    private Line line(Student child, LocalDate today) {
        return new Line(
                child.id(),
                child.name(),
                child.sex(),
                child.ageOn(today),
                child.maskedId(),
                child.school().map(Office::name).orElse("未在校"),
                (child.grade() + " " + child.schoolClass()).strip(),
                child.categoriesOn(today, caller.mayReadSensitive()),
                child.state().label(),
                child.state().tone());
    }

    private static List<Choice> choices(List<Office> all, OfficeKind kind) {
        return all.stream()
                .filter(office -> office.kind() == kind)
                .map(office -> new Choice(Long.toString(office.id()), office.name()))
                .toList();
    }
}
