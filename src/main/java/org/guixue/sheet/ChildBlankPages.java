package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.form.Form;
import org.guixue.form.FormId;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.jspecify.annotations.Nullable;

/** 打印空白表 from a child's page: the draft is reserved on the way. */
@Path("/students/{id:\\d{1,18}}/blank")
@RequestScoped
public class ChildBlankPages {
    @Inject
    private Students students;

    @Inject
    private Cases cases;

    @Inject
    private Offered offered;

    @Inject
    private Check check;

    @Inject
    private Subjects subjects;

    @Inject
    private HandingOut handingOut;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("application/pdf")
    public Response blank(@PathParam("id") long id, @FormParam("form") @DefaultValue("") String name) {
        Student child = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        Offered.Paper paper = offered.to(caller, name)
                .filter(Offered.Paper::aboutChild)
                .orElseThrow(() -> new Forbidden("本单位不签发这种文书，请由有权签发的单位办理"));
        Form form = check.form(caller, FormId.parse(paper.form()));
        Subjects.Named named = new Subjects.Named(child.id(), paper.aboutCase() ? openCase(child) : null, null, null);
        HandingOut.Wanted wanted = new HandingOut.Wanted(subjects.resolve(caller, form, named), Map.of());
        return HandingOutApi.answer(handingOut, handingOut.of(caller, form, List.of(wanted)), true);
    }

    private @Nullable Long openCase(Student child) {
        return cases.openCase(child.id(), caller.scope())
                .map(Case::id)
                .orElseThrow(() -> new Conflict("这名学生还没有建立个案，请先在学生页面建立个案，再打印这种空白表"));
    }
}
