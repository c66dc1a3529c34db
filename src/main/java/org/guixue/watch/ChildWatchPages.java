package org.guixue.watch;

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
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** One child's groups, and taking it into another. */
@Path("/students/{id:\\d{1,18}}/watch")
@Controller
@RequestScoped
public class ChildWatchPages {
    @Inject
    private Watching watching;

    @Inject
    private ChildWatch watched;

    @Inject
    private Students students;

    @Inject
    private ChildTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String show(@PathParam("id") long id) {
        Student child = child(id);
        trail.read(caller, id, "watch");
        return page(child, Typed.blank().with("since", LocalDate.now(clock).toString()), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Student child = child(id);
        Typed typed = Typed.of(posted);
        try {
            Watch watch = watching.begin(
                    caller,
                    id,
                    new WatchDetails(
                            WatchGroup.of(typed.value("group")).orElseThrow(() -> new ValuesRefused("group", "请选择类别")),
                            typed.day("since", "请填写列入日期"),
                            typed.value("reason"),
                            typed.value("responsible"),
                            typed.value("phone"),
                            typed.day("visitedOn")));
            return Response.seeOther(URI.create("/watch/" + watch.id())).build();
        } catch (Refused e) {
            Watching.refuseInspector(caller);
            return RefusedRequest.shown(e, typed, refusal -> page(child, typed, refusal));
        }
    }

    private Student child(long id) {
        return students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
    }

    private String page(Student child, Typed typed, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("childId", child.id());
        models.put("child", child.name());
        models.put("lines", watched.of(caller, child.id()));
        models.put("today", LocalDate.now(clock).toString());
        models.put("groups", WatchPages.groups(WatchGroup.seen(caller.mayReadSensitive())));
        models.put("mayNote", caller.role() != Role.INSPECTOR);
        return "watch/child-watch.html";
    }
}
