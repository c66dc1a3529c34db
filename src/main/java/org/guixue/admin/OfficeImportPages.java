package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.office.OfficeImport;
import org.guixue.office.PlannedOffice;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.page.Upload;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;

/** 从表格导入单位: upload, see what it would do, do it. The file waits in the session between the two. */
@Path("/admin/offices/import")
@Controller
@RequestScoped
public class OfficeImportPages {
    private static final int SHOWN = 200;

    @Inject
    private OfficeIntake intake;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    @GET
    public String show() {
        caller.expectBureau("管理单位");
        return form("");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(List<EntityPart> parts) throws IOException {
        caller.expectBureau("管理单位");
        try {
            Upload upload = Upload.of(parts, "file", ImportedFileRequest.MOST_BYTES);
            ImportedFileRequest file = new ImportedFileRequest(upload.fileName(), upload.bytes());
            intake.table(file);
            ImportedFileRequest.keep(request, ImportedFileRequest.Kind.OFFICES, upload);
        } catch (ValuesRefused e) {
            return refused(e, e.violations().get(0).message());
        } catch (Refused e) {
            return refused(e, String.valueOf(e.getMessage()));
        }
        return Response.seeOther(URI.create("/admin/offices/import/preview")).build();
    }

    @GET
    @Path("preview")
    public Response preview() {
        caller.expectBureau("管理单位");
        if (ImportedFileRequest.kept(request, ImportedFileRequest.Kind.OFFICES).isEmpty()) {
            return Response.seeOther(URI.create("/admin/offices/import")).build();
        }
        ImportedFileRequest file = ImportedFileRequest.expect(request, ImportedFileRequest.Kind.OFFICES);
        try {
            return Response.ok(plan(intake.preview(caller, file), file, "")).build();
        } catch (Refused e) {
            return refused(e, String.valueOf(e.getMessage()));
        }
    }

    /** @param seen digest of the plan that the page showed */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("seen") @DefaultValue("") String seen) {
        caller.expectBureau("管理单位");
        ImportedFileRequest file = ImportedFileRequest.expect(request, ImportedFileRequest.Kind.OFFICES);
        ImportPlan<PlannedOffice> plan = intake.confirm(caller, file, seen);
        if (!plan.isReady() || !plan.digest().equals(seen)) {
            return Response.status(409)
                    .entity(plan(plan, file, "预览之后单位有变动，或表中还有不收的行，没有导入任何单位。请按下面的新预览核对。"))
                    .build();
        }
        ImportedFileRequest.forget(request, ImportedFileRequest.Kind.OFFICES);
        models.put("plan", plan);
        models.put("added", plan.of(PlannedVerdict.ADDED));
        models.put("changed", plan.of(PlannedVerdict.CHANGED));
        return Response.ok("admin/offices-imported.html").build();
    }

    private Response refused(Refused e, String sentence) {
        if (RefusedRequest.isNoMatterOfTheForm(e)) {
            throw e;
        }
        int status = e.reason() == Refused.Reason.TOO_LARGE ? 413 : 422;
        return Response.status(status).entity(form(sentence)).build();
    }

    private String form(String refusal) {
        Typed typed = Typed.blank();
        if (!refusal.isEmpty()) {
            typed.refused(new ValuesRefused("file", refusal));
        }
        models.put("typed", typed);
        models.put("most", OfficeImport.MOST_ROWS);
        return "admin/offices-import.html";
    }

    private String plan(ImportPlan<PlannedOffice> plan, ImportedFileRequest file, String refusal) {
        models.put("plan", plan);
        models.put("file", file.name());
        models.put("refusal", refusal);
        models.put("refused", plan.of(PlannedVerdict.REFUSED));
        models.put("added", plan.of(PlannedVerdict.ADDED));
        models.put("changed", plan.of(PlannedVerdict.CHANGED));
        models.put("unchanged", plan.of(PlannedVerdict.UNCHANGED).size());
        models.put("shown", SHOWN);
        return "admin/offices-import-preview.html";
    }
}
