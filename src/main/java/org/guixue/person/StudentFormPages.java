package org.guixue.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.Typed;

/** Entering a child and correcting what the roster says of it, as plain forms; a refused form comes back as it was typed. */
@Path("/")
@Controller
@RequestScoped
public class StudentFormPages {
    @Inject
    private Students students;

    @Inject
    private Roster roster;

    @Inject
    private KnownCategories categories;

    @Inject
    private Offices offices;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** An office to choose from. */
    public record Choice(String id, String name) {}

    @GET
    @Path("students/new")
    public String blank() {
        refuseInspector();
        return page(StudentFormRequest.blank(own()), Optional.empty());
    }

    @POST
    @Path("students/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        refuseInspector();
        Typed typed = Typed.of(posted);
        if (wantsRow(typed)) {
            return again(typed, Optional.empty());
        }
        try {
            Student child =
                    roster.enter(caller, StudentFormRequest.details(typed, Optional.empty(), LocalDate.now(clock)));
            return Response.seeOther(URI.create("/students/" + child.id())).build();
        } catch (ValuesRefused e) {
            return refused(typed.refused(e), Optional.empty());
        }
    }

    @GET
    @Path("students/{id:\\d+}/edit")
    public String present(@PathParam("id") long id) {
        refuseInspector();
        Student child = find(id);
        trail.read(caller, id, "form");
        return page(StudentFormRequest.of(child, caller.mayReadSensitive()), Optional.of(child));
    }

    /** Refuses what somebody else has changed meanwhile, and shows both; sent again, it is saved over that. */
    @POST
    @Path("students/{id:\\d+}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        refuseInspector();
        Student known = find(id);
        Typed typed = Typed.of(posted);
        if (wantsRow(typed)) {
            return again(typed, Optional.of(known));
        }
        try {
            roster.correct(
                    caller,
                    id,
                    StudentFormRequest.details(typed, Optional.of(StudentDetails.of(known)), LocalDate.now(clock)),
                    version(typed));
            return Response.seeOther(URI.create("/students/" + id)).build();
        } catch (ValuesRefused e) {
            return refused(typed.refused(e), Optional.of(known));
        } catch (Stale e) {
            return stale(typed, find(id));
        }
    }

    private static boolean wantsRow(Typed typed) {
        return typed.value("act").equals("row");
    }

    private static OptionalInt version(Typed typed) {
        return typed.value("version").matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(typed.value("version")))
                : OptionalInt.empty();
    }

    /** With one more row of categories. */
    private Response again(Typed typed, Optional<Student> child) {
        typed.with("rows", Integer.toString(StudentFormRequest.categoryRowsShown(typed) + 1));
        return Response.ok(page(typed, child)).build();
    }

    private Response refused(Typed typed, Optional<Student> child) {
        return Response.status(422).entity(page(typed, child)).build();
    }

    private Response stale(Typed typed, Student child) {
        Typed now = StudentFormRequest.of(child, caller.mayReadSensitive());
        List<FormDifference> differences = FormDifference.between(now::value, typed::value, caller.mayReadSensitive());
        typed.with("version", Integer.toString(child.version()));
        String view = page(typed, Optional.of(child));
        models.put("stale", true);
        models.put("differences", differences);
        return Response.status(412).entity(view).build();
    }

    private String page(Typed typed, Optional<Student> child) {
        Office own = own();
        List<Office> county = offices.within(
                own.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(own).scope());
        models.put("typed", typed);
        models.put("stale", false);
        models.put("today", LocalDate.now(clock).toString());
        models.put("schools", choices(own.kind() == OfficeKind.SCHOOL ? List.of(own) : county, OfficeKind.SCHOOL));
        models.put("townships", choices(county, OfficeKind.TOWNSHIP));
        models.put("schoolFixed", own.kind() == OfficeKind.SCHOOL);
        models.put(
                "ethnicities",
                Stream.concat(Ethnicity.ALL.stream(), Stream.of(Ethnicity.OTHER, Ethnicity.FOREIGN))
                        .toList());
        models.put("paperKinds", OtherPaper.KINDS);
        models.put("plain", StudentFields.plain(caller.mayReadSensitive()));
        models.put("disabilityKinds", Disability.KINDS);
        models.put("disabilityGrades", Disability.GRADES);
        models.put("rows", StudentFormRequest.categoryRows(typed));
        models.put("categories", categories());
        models.put("maySeeHealth", caller.mayReadSensitive());
        models.put("id", child.map(Student::id).orElse(0L));
        models.put("name", child.map(Student::name).orElse(""));
        models.put("hasId", child.filter(known -> !known.heldId().isNothing()).isPresent());
        models.put("maskedId", child.map(Student::maskedId).orElse(""));
        models.put(
                "maskedNumber",
                child.map(Student::heldNumber)
                        .filter(number -> !number.isNothing())
                        .map(number -> number.shown(StudentNumber::masked))
                        .orElse(""));
        models.put(
                "maskedPaper",
                child.map(known -> known.heldPaper().shown(OtherPaper::masked)).orElse(""));
        models.put(
                "maskedCertificate",
                child.map(known -> known.disability().maskedCertificate()).orElse(""));
        return "person/student-form.html";
    }

    private List<String> categories() {
        return categories.all().stream()
                .filter(category -> caller.mayReadSensitive()
                        || !HeldCategory.named(category).sensitive())
                .toList();
    }

    private static List<Choice> choices(List<Office> all, OfficeKind kind) {
        return all.stream()
                .filter(office -> office.kind() == kind && !office.closed())
                .map(office -> new Choice(Long.toString(office.id()), office.name()))
                .toList();
    }

    private void refuseInspector() {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能改动名册");
        }
    }

    private Office own() {
        return offices.find(caller.office()).orElseThrow();
    }

    private Student find(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }
}
