package org.guixue.reconciliation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.FieldText;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Upload;
import org.guixue.workbook.Limits;

/** 比对: lists of other registers as they are brought, and what became of them. */
@Path("/reconciliations")
@RequestScoped
public class ReconciliationPages {
    private static final int ROWS = 50;

    @Inject
    private ReceivingRegisters receiving;

    @Inject
    private ComparingRegisters comparing;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private ReconciliationView view;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A line of the list. */
    public record Line(
            long id,
            String register,
            String fileName,
            int rows,
            int same,
            int found,
            int left,
            String owner,
            String when,
            String state,
            String tone) {}

    @GET
    @Controller
    public String list(@QueryParam("page") @DefaultValue("0") String page) {
        return listed(page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0, "", "");
    }

    @POST
    @Controller
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts, @QueryParam("register") @DefaultValue("") String named)
            throws IOException {
        ReceivingRegisters.refuseInspector(caller);
        String register = RegisterRequest.register(parts, named);
        try {
            ReceivingRegisters.Received received = Upload.handled(
                    parts,
                    "file",
                    Limits.FILE_BYTES,
                    upload -> receiving.receive(caller, upload.fileName(), upload.bytes(), register));
            Reconciliation begun = received.reconciliation();
            if (received.before()) {
                said.say("这份名册已由%s于%s上传过，这里就是那次比对，没有重复计算。"
                        .formatted(begun.broughtBy(), FieldText.minute(begun.createdAt())));
            } else if (begun.rowsAll() <= ReconciliationApi.COMPARED_AT_ONCE) {
                comparing.tryToCompare(begun.id());
            }
            return Response.seeOther(URI.create("/reconciliations/" + begun.id()))
                    .build();
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e) && e.reason() != Refused.Reason.FORBIDDEN) {
                throw e;
            }
            return Response.status(422)
                    .entity(listed(0, register, Sentences.of(e)))
                    .build();
        }
    }

    private String listed(int number, String register, String refusal) {
        PageAddress here = PageAddress.of("/reconciliations");
        models.put(
                "rows",
                reconciliations.newest(caller, number * ROWS, ROWS).stream()
                        .map(each -> line(view.summary(caller, each.id())))
                        .toList());
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)),
                        number,
                        ROWS,
                        reconciliations.total(caller)));
        models.put(
                "kinds",
                Arrays.stream(RegisterKind.values())
                        .filter(kind -> kind != RegisterKind.OTHER)
                        .filter(kind -> !kind.sensitive() || caller.mayReadSensitive())
                        .map(RegisterKind::label)
                        .toList());
        models.put("chosen", register);
        models.put("mayBring", caller.role() != Role.INSPECTOR);
        models.put("refusal", refusal);
        return "reconciliation/list.html";
    }

    private static Line line(ReconciliationView.Shown shown) {
        Reconciliation it = shown.it();
        return new Line(
                it.id(),
                it.registerName(),
                it.fileName(),
                it.rowsRead(),
                it.same(),
                shown.all(),
                shown.left(),
                it.broughtBy(),
                FieldText.minute(it.createdAt()),
                it.state().label(),
                it.state() == ReconciliationState.ISSUED ? "done" : "soon");
    }
}
