package org.guixue.admin;

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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.office.OfficeImport;
import org.guixue.office.OfficeSheet;
import org.guixue.office.PlannedOffice;
import org.guixue.page.ImportSteps;
import org.guixue.page.Typed;
import org.guixue.page.WaitingFiles.Waiting;
import org.guixue.workbook.ImportPlan;

/** 从表格导入单位: upload, see what it would do, do it. */
@Path(OfficeImportPages.PATH)
@Controller
@RequestScoped
public class OfficeImportPages {
    static final String PATH = "/admin/offices/import";

    @Inject
    private OfficeIntake intake;

    @Inject
    private ImportSteps steps;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String show() {
        caller.expectBureau("管理单位");
        models.put("typed", Typed.blank());
        return form("");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(List<EntityPart> parts) throws IOException {
        caller.expectBureau("管理单位");
        return steps.upload(what(), parts, "");
    }

    @GET
    @Path("preview")
    public Response preview() {
        caller.expectBureau("管理单位");
        return steps.preview(what(), file -> plan(intake.preview(caller, file), file, ""));
    }

    /** @param seen digest of the plan that the page showed */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("seen") @DefaultValue("") String seen) {
        caller.expectBureau("管理单位");
        return steps.confirm(what(), file -> {
            ImportPlan<PlannedOffice> plan = intake.confirm(caller, file, seen);
            if (!plan.isReady() || !plan.digest().equals(seen)) {
                return ImportSteps.changed(plan(plan, file, "预览之后单位有变动，或表中还有不收的行，没有导入任何单位。请按下面的新预览核对。"));
            }
            steps.done(what());
            steps.show(plan, file, "");
            return Response.ok("admin/offices-imported.html").build();
        });
    }

    private ImportSteps.Import what() {
        return new ImportSteps.Import(PATH, OfficeSheet.HEADINGS, this::form);
    }

    private String form(String refusal) {
        models.put("most", OfficeImport.MOST_ROWS);
        return "admin/offices-import.html";
    }

    private String plan(ImportPlan<PlannedOffice> plan, Waiting file, String refusal) {
        steps.show(plan, file, refusal);
        return "admin/offices-import-preview.html";
    }
}
