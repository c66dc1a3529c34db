package org.guixue.duty;

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
import jakarta.ws.rs.QueryParam;
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
import org.guixue.calendar.SchoolYear;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.page.Upload;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/** 从表格导入责任人: upload, see what it would do, do it. The file waits in the session between the two. */
@Path("/agreements/import")
@Controller
@RequestScoped
public class DutyImportPages {
    private static final int SHOWN = 200;

    @Inject
    private DutyImport duties;

    @Inject
    private DutyMap map;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    @GET
    public String show(@QueryParam("year") @DefaultValue("") String year) {
        DutyImport.refuseInspector(caller);
        return form(DutyYear.read(year, map.present()).begins(), "");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@QueryParam("year") @DefaultValue("") String asked, List<EntityPart> parts)
            throws IOException {
        DutyImport.refuseInspector(caller);
        int year = DutyYear.read(asked, map.present()).begins();
        try {
            Upload upload = Upload.of(parts, "file", DutyFileRequest.MOST_BYTES);
            Workbook.open(upload.bytes()).table(DutySheet.HEADINGS);
            DutyFileRequest.keep(request, year, upload);
        } catch (ValuesRefused e) {
            return refused(e, year, e.violations().get(0).message());
        } catch (Refused e) {
            return refused(e, year, String.valueOf(e.getMessage()));
        }
        return Response.seeOther(URI.create("/agreements/import/preview")).build();
    }

    @GET
    @Path("preview")
    public Response preview() {
        DutyImport.refuseInspector(caller);
        if (DutyFileRequest.kept(request).isEmpty()) {
            return Response.seeOther(URI.create("/agreements/import")).build();
        }
        DutyFileRequest file = DutyFileRequest.expect(request);
        try {
            return Response.ok(plan(duties.preview(caller, new SchoolYear(file.year()), table(file)), file, ""))
                    .build();
        } catch (Refused e) {
            return refused(e, file.year(), String.valueOf(e.getMessage()));
        }
    }

    /** @param seen digest of the plan that the page showed */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("seen") @DefaultValue("") String seen) {
        DutyImport.refuseInspector(caller);
        DutyFileRequest file = DutyFileRequest.expect(request);
        ImportPlan<PlannedDuty> plan = duties.confirm(caller, new SchoolYear(file.year()), table(file), seen);
        if (!plan.isReady() || !plan.digest().equals(seen)) {
            return Response.status(409)
                    .entity(plan(plan, file, "预览之后责任人有变动，或表中还有不收的行，没有导入任何一行。请按下面的新预览核对。"))
                    .build();
        }
        DutyFileRequest.forget(request);
        return Response.seeOther(URI.create("/agreements?year=" + file.year())).build();
    }

    private static Table table(DutyFileRequest file) {
        return Workbook.open(file.bytes()).table(DutySheet.HEADINGS);
    }

    private Response refused(Refused e, int year, String sentence) {
        if (RefusedRequest.isNoMatterOfTheForm(e)) {
            throw e;
        }
        int status = e.reason() == Refused.Reason.TOO_LARGE ? 413 : 422;
        return Response.status(status).entity(form(year, sentence)).build();
    }

    private String form(int year, String refusal) {
        Typed typed = Typed.blank();
        if (!refusal.isEmpty()) {
            typed.refused(new ValuesRefused("file", refusal));
        }
        models.put("typed", typed);
        models.put("year", year);
        models.put("most", DutyImport.MOST_ROWS);
        return "duty/duty-import.html";
    }

    private String plan(ImportPlan<PlannedDuty> plan, DutyFileRequest file, String refusal) {
        models.put("plan", plan);
        models.put("file", file.name());
        models.put("year", file.year());
        models.put("refusal", refusal);
        models.put("refused", plan.of(PlannedVerdict.REFUSED));
        models.put("added", plan.of(PlannedVerdict.ADDED));
        models.put("changed", plan.of(PlannedVerdict.CHANGED));
        models.put("unchanged", plan.of(PlannedVerdict.UNCHANGED).size());
        models.put("shown", SHOWN);
        return "duty/duty-import-preview.html";
    }
}
