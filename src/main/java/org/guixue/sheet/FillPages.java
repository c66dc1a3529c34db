package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.page.PageAddress;
import org.guixue.person.Student;
import org.guixue.person.Students;

/** The way from a child to a form. */
@Path("/")
@Controller
@RequestScoped
public class FillPages {
    @Inject
    private Students students;

    @Inject
    private Cases cases;

    @Inject
    private Offered offered;

    @Inject
    private Caller caller;

    /** From the children that were ticked in the list to the form's page, or for several to the batch. */
    @GET
    @Path("students/fill")
    public Response fillChosen(
            @QueryParam("student") List<String> chosen, @QueryParam("form") @DefaultValue("") String form) {
        if (chosen.size() != 1 || !chosen.get(0).matches("\\d{1,18}")) {
            throw new ValuesRefused("student", "请返回名册，只选一名学生再点“填写”；为多名学生填写的，点“成批填写”");
        }
        return fill(Long.parseLong(chosen.get(0)), form);
    }

    /** From a child to the form's page; a form about a case opens the case first where there is none. */
    @GET
    @Path("students/{id:\\d+}/fill")
    public Response fill(@PathParam("id") long id, @QueryParam("form") @DefaultValue("") String form) {
        Student child = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        Offered.Paper paper = offered.to(caller, form).orElseThrow(() -> new Forbidden("本单位不签发这种文书，请由有权签发的单位办理"));
        PageAddress page = PageAddress.of("/instruments/new").with("form", paper.form());
        if (!paper.aboutCase()) {
            return seeOther(page.with("student", Long.toString(child.id())));
        }
        Optional<Case> open = cases.openCase(id, caller.scope());
        return seeOther(
                open.isPresent()
                        ? page.with("case", Long.toString(open.get().id()))
                        : PageAddress.of("/students/" + id + "/case/new").with("form", paper.form()));
    }

    private static Response seeOther(PageAddress address) {
        return Response.seeOther(URI.create(address.toString())).build();
    }
}
