package org.guixue.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;

/** 他校学生请求: children that one office wants and another has; the bureau answers, the office sees the answer. */
@Path("/students/enquiries")
@Controller
@RequestScoped
public class EnquiryPages {
    private static final int MOST = 100;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    private Enquiries enquiries;

    @Inject
    private Answering answering;

    @Inject
    private ChildTrail trail;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** One enquiry; of the child on the roster nothing, unless the viewer may answer. */
    public record Line(
            long id,
            boolean open,
            String state,
            String office,
            String asker,
            String askedAt,
            String askedName,
            String askedBirth,
            String askedId,
            String wanted,
            String answer,
            String answeredBy,
            long student,
            String name,
            String birth,
            String maskedId,
            String school) {}

    @GET
    public String list() {
        Importing.refuseInspector(caller);
        return page("");
    }

    @POST
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("id") long id,
            @FormParam("as") @DefaultValue("") String as,
            @FormParam("why") @DefaultValue("") String why) {
        Answering.refuseOthers(caller);
        try {
            EnquiryState state = Arrays.stream(EnquiryState.values())
                    .filter(each -> each != EnquiryState.OPEN && each.name().equals(as))
                    .findFirst()
                    .orElseThrow(() -> new ValuesRefused("as", "请选择怎样处理"));
            answering.answer(caller, id, state, why);
            return Response.seeOther(URI.create("/students/enquiries")).build();
        } catch (ValuesRefused e) {
            return Response.status(422).entity(page(Importing.words(e))).build();
        }
    }

    private String page(String refusal) {
        boolean mayAnswer = caller.role() == Role.BUREAU;
        List<DuplicateEnquiry> found =
                mayAnswer ? enquiries.open(caller.scope()) : enquiries.askedBy(caller.scope(), MOST);
        if (mayAnswer) {
            found.forEach(each -> trail.read(caller, each.student().id()));
        }
        models.put("mayAnswer", mayAnswer);
        models.put("refusal", refusal);
        models.put("lines", found.stream().map(each -> line(each, mayAnswer)).toList());
        return "enquiries.html";
    }

    private static Line line(DuplicateEnquiry each, boolean withChild) {
        return new Line(
                each.id(),
                each.state() == EnquiryState.OPEN,
                each.state().label(),
                each.office().name(),
                each.asker(),
                MINUTE.format(each.askedAt()),
                each.askedName(),
                each.askedBirth(),
                each.askedId(),
                each.wantedSchool().map(Office::name).orElse("未指明"),
                each.answer(),
                each.answeredBy(),
                withChild ? each.student().id() : 0,
                withChild ? each.student().name() : "",
                withChild ? each.student().bornOn().toString() : "",
                withChild ? each.student().maskedId() : "",
                withChild ? each.student().school().map(Office::name).orElse("未在校") : "");
    }
}
