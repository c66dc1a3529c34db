package org.guixue.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.Said;
import org.guixue.page.Typed;
import org.jspecify.annotations.Nullable;

/** 登记异动: first what happened, then only what this needs; a refused form comes back as it was typed. */
@Path("/")
@Controller
@RequestScoped
public class MovementFormPages {
    @Inject
    private Students students;

    @Inject
    private Moving moving;

    @Inject
    private Offices offices;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    /** A school to choose from. */
    public record Choice(String id, String name) {}

    /** @param kind what happened; without it the page asks */
    @GET
    @Path("students/{id:\\d+}/movements/new")
    public String blank(@PathParam("id") long id, @QueryParam("kind") @DefaultValue("") String kind) {
        Student child = child(id);
        trail.read(caller, id);
        Typed typed =
                Typed.blank().with("kind", kind).with("on", LocalDate.now(clock).toString());
        return page(child, typed, "");
    }

    @POST
    @Path("students/{id:\\d+}/movements/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Student child = child(id);
        Typed typed = Typed.of(posted);
        try {
            moving.register(caller, id, order(typed));
            return Response.seeOther(URI.create(next(child))).build();
        } catch (ValuesRefused e) {
            return Response.status(422)
                    .entity(page(child, typed.refused(e), ""))
                    .build();
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.CONFLICT) {
                throw e;
            }
            return Response.status(409)
                    .entity(page(child, typed, String.valueOf(e.getMessage())))
                    .build();
        }
    }

    /** The child's page, or the list where the child has gone out of sight. */
    private String next(Student child) {
        Optional<Student> moved = students.find(child.id());
        if (students.find(child.id(), caller.scope()).isPresent()) {
            return "/students/" + child.id();
        }
        String where = moved.flatMap(Student::school).map(Office::name).orElse("县外");
        said.say("%s已转到%s，不再列在这里。".formatted(child.name(), where));
        return "/students";
    }

    private static MovementOrder order(Typed typed) {
        List<Violation> wrong = new ArrayList<>();
        Optional<MovementKind> kind = MovementKind.of(typed.value("kind")).filter(MovementKind::registered);
        if (kind.isEmpty()) {
            wrong.add(new Violation("kind", "请选择发生了什么"));
        }
        LocalDate on = date(typed.value("on"), wrong);
        if (kind.filter(MovementKind.TRANSFER_OUT::equals).isPresent()
                && typed.value("school").isEmpty()
                && typed.value("elsewhere").isEmpty()) {
            wrong.add(new Violation("elsewhere", "请选择转往的本县学校，或写明转往县外何处"));
        }
        if (!wrong.isEmpty() || on == null) {
            throw new ValuesRefused(wrong);
        }
        return new MovementOrder(
                kind.orElseThrow(),
                on,
                typed.value("school").matches("\\d{1,9}")
                        ? OptionalLong.of(Long.parseLong(typed.value("school")))
                        : OptionalLong.empty(),
                typed.value("grade"),
                typed.value("schoolClass"),
                typed.value("elsewhere"),
                typed.value("evidence"));
    }

    private static @Nullable LocalDate date(String text, List<Violation> wrong) {
        if (text.isEmpty()) {
            wrong.add(new Violation("on", "请填写异动日期"));
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong.add(new Violation("on", "日期应写作2026-03-15，请改正"));
            return null;
        }
    }

    private String page(Student child, Typed typed, String refusal) {
        List<MovementChoice> choices = MovementChoice.of(child);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("today", LocalDate.now(clock).toString());
        models.put("childId", child.id());
        models.put("child", child.name());
        models.put("state", child.state().label());
        models.put(
                "where",
                (child.school().map(Office::name).orElse("未在校") + " " + child.grade() + " " + child.schoolClass())
                        .strip());
        models.put("choices", choices);
        MovementChoice chosen = choices.stream()
                .filter(choice -> choice.kind().name().equals(typed.value("kind")))
                .findFirst()
                .orElse(null);
        models.put("chosen", chosen);
        models.put("schools", schools(child, chosen));
        return "movement-new.html";
    }

    /** Where one may send or receive the child; to send it anywhere in the county, to receive it within the own scope. */
    private List<Choice> schools(Student child, @Nullable MovementChoice chosen) {
        Office own = offices.find(caller.office()).orElseThrow();
        boolean anywhere = chosen != null && chosen.kind() == MovementKind.TRANSFER_OUT;
        Office top = anywhere ? own.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(own) : own;
        return offices.within(top.scope()).stream()
                .filter(office -> office.kind() == OfficeKind.SCHOOL && !office.closed())
                .filter(office -> child.school()
                                .map(Office::id)
                                .filter(now -> now == office.id())
                                .isEmpty()
                        || (chosen != null && !chosen.leaves()))
                .map(office -> new Choice(Long.toString(office.id()), office.name()))
                .toList();
    }

    private Student child(long id) {
        Student child = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能登记异动");
        }
        return child;
    }
}
