package org.guixue.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.instrument.issuing.Offered;
import org.guixue.office.Caller;
import org.guixue.office.Office;
import org.guixue.office.OfficeKind;
import org.guixue.office.Offices;
import org.guixue.office.Role;
import org.guixue.office.Trail;
import org.guixue.page.Address;
import org.guixue.page.PageOf;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.search.SearchIndex;
import org.guixue.search.StudentHits;
import org.guixue.search.StudentQuery;

/** 学生: the list of children in scope, found by what one happens to know, and the way from a child to a form. */
@Path("/")
@Controller
@RequestScoped
public class StudentPages {
    private static final int ROWS = 50;
    private static final int DEEPEST_PAGE = 100_000;

    @Inject
    private Students students;

    @Inject
    private Cases cases;

    @Inject
    private Offices offices;

    @Inject
    private Offered offered;

    @Inject
    private SearchIndex index;

    @Inject
    private Trail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

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
            String state,
            String tone) {}

    /** An office to choose from. */
    public record Choice(String id, String name) {}

    @GET
    @Path("students")
    public String list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("school") @DefaultValue("") String school,
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("page") @DefaultValue("") String page) {
        int number = (int) Math.min(number(page).orElse(0L), DEEPEST_PAGE);
        StudentHits hits =
                index.students(new StudentQuery(q, number(school), number(township), number + 1, ROWS), caller.scope());
        trail.searched(caller, "学生", q, hits.total());
        LocalDate today = LocalDate.now(clock);
        models.put(
                "rows",
                students.list(hits.ids(), caller.scope()).stream()
                        .map(child -> line(child, today))
                        .toList());
        Address here =
                Address.of("/students").with("q", q).with("school", school).with("township", township);
        models.put("at", new PageOf(number == 0 ? here : here.with("page", page), number, ROWS, hits.total()));
        models.put("here", here);
        models.put("export", new Address("/students/export", here.query()));
        List<Office> scope = offices.within(caller.scope());
        models.put("schools", choices(scope, OfficeKind.SCHOOL));
        models.put("townships", choices(scope, OfficeKind.TOWNSHIP));
        models.put("mayEnter", caller.role() != Role.INSPECTOR);
        return "students.html";
    }

    /** From a child to the form's page; a form about a case opens the case first where there is none. */
    @GET
    @Path("students/{id:\\d+}/fill")
    public Response fill(@PathParam("id") long id, @QueryParam("form") @DefaultValue("") String form) {
        Student child = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        Offered.Paper paper = offered.to(caller, form).orElseThrow(() -> new Forbidden("本单位不签发这种文书，请由有权签发的单位办理"));
        Address page = Address.of("/instruments/new").with("form", paper.form());
        if (!paper.about().equals("case")) {
            return seeOther(page.with("student", Long.toString(child.id())));
        }
        Optional<Case> open = cases.openCase(id, caller.scope());
        return seeOther(
                open.isPresent()
                        ? page.with("case", Long.toString(open.get().id()))
                        : Address.of("/students/" + id + "/case/new").with("form", paper.form()));
    }

    private static Response seeOther(Address address) {
        return Response.seeOther(URI.create(address.toString())).build();
    }

    private static Line line(Student child, LocalDate today) {
        return new Line(
                child.id(),
                child.name(),
                child.sex(),
                child.ageOn(today),
                child.maskedId(),
                child.school().map(Office::name).orElse("未在校"),
                (child.grade() + " " + child.schoolClass()).strip(),
                child.state().label(),
                Tones.of(child.state()));
    }

    private static List<Choice> choices(List<Office> all, OfficeKind kind) {
        return all.stream()
                .filter(office -> office.kind() == kind)
                .map(office -> new Choice(Long.toString(office.id()), office.name()))
                .toList();
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
