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
import java.util.OptionalLong;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.office.Caller;
import org.guixue.office.Office;
import org.guixue.office.OfficeKind;
import org.guixue.office.Offices;
import org.guixue.office.Role;
import org.guixue.office.Trail;
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
    private Offices offices;

    @Inject
    private Trail trail;

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
        Typed typed = Typed.blank().with("ethnicity", "汉族");
        own().atOrAbove(OfficeKind.TOWNSHIP)
                .ifPresent(township -> typed.with("township", Long.toString(township.id())));
        if (own().kind() == OfficeKind.SCHOOL) {
            typed.with("school", Long.toString(own().id()));
        }
        return page(typed, OptionalLong.empty());
    }

    @POST
    @Path("students/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        refuseInspector();
        Typed typed = Typed.of(posted);
        try {
            Student child =
                    roster.enter(caller, StudentFormRequest.details(typed, Optional.empty(), LocalDate.now(clock)));
            return Response.seeOther(URI.create("/students/" + child.id())).build();
        } catch (ValuesRefused e) {
            return refused(typed.refused(e), OptionalLong.empty());
        }
    }

    @GET
    @Path("students/{id:\\d+}/edit")
    public String present(@PathParam("id") long id) {
        refuseInspector();
        Student child = find(id);
        trail.read(caller, id, "form");
        return page(StudentFormRequest.of(child, LocalDate.now(clock), caller.mayReadSensitive()), OptionalLong.of(id));
    }

    @POST
    @Path("students/{id:\\d+}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        refuseInspector();
        Student known = find(id);
        Typed typed = Typed.of(posted);
        try {
            roster.correct(
                    caller,
                    id,
                    StudentFormRequest.details(typed, Optional.of(StudentDetails.of(known)), LocalDate.now(clock)));
            return Response.seeOther(URI.create("/students/" + id)).build();
        } catch (ValuesRefused e) {
            return refused(typed.refused(e), OptionalLong.of(id));
        }
    }

    private Response refused(Typed typed, OptionalLong child) {
        return Response.status(422).entity(page(typed, child)).build();
    }

    private String page(Typed typed, OptionalLong child) {
        Office own = own();
        List<Office> county = offices.within(
                own.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(own).scope());
        models.put("typed", typed);
        models.put("today", LocalDate.now(clock).toString());
        models.put("schools", choices(own.kind() == OfficeKind.SCHOOL ? List.of(own) : county, OfficeKind.SCHOOL));
        models.put("townships", choices(county, OfficeKind.TOWNSHIP));
        models.put("schoolFixed", own.kind() == OfficeKind.SCHOOL);
        models.put("jurisdiction", own.jurisdiction());
        models.put("maySeeHealth", caller.mayReadSensitive());
        models.put("id", child.orElse(0));
        Student known = child.isPresent() ? find(child.getAsLong()) : null;
        models.put("name", known == null ? "" : known.name());
        models.put("maskedId", known == null ? "" : known.maskedId());
        models.put(
                "maskedNumber",
                known == null
                        ? ""
                        : known.studentNumber().map(StudentNumber::masked).orElse("无"));
        return "student-form.html";
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
