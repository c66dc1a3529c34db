package org.guixue.duty;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.page.ImportSteps;
import org.guixue.page.Typed;
import org.guixue.page.WaitingFiles.Waiting;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/** 从表格导入责任人: upload, see what it would do, do it. */
@Path(DutyImportPages.PATH)
@Controller
@RequestScoped
public class DutyImportPages {
    static final String PATH = "/agreements/import";

    @Inject
    private DutyImport duties;

    @Inject
    private DutyMap map;

    @Inject
    private ImportSteps steps;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    public String show(@QueryParam("year") @DefaultValue("") String year) {
        DutyImport.refuseInspector(caller);
        models.put("typed", Typed.blank());
        return form(DutyYear.read(year, map.present()).begins());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@QueryParam("year") @DefaultValue("") String asked, List<EntityPart> parts)
            throws IOException {
        DutyImport.refuseInspector(caller);
        int year = DutyYear.read(asked, map.present()).begins();
        return steps.upload(what(year), parts, Integer.toString(year));
    }

    @GET
    @Path("preview")
    public Response preview() {
        DutyImport.refuseInspector(caller);
        return steps.preview(
                what(present()), file -> plan(duties.preview(caller, yearOf(file), table(file)), file, ""));
    }

    /** @param seen digest of the plan that the page showed */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("seen") @DefaultValue("") String seen) {
        DutyImport.refuseInspector(caller);
        return steps.confirm(what(present()), file -> {
            SchoolYear year = yearOf(file);
            ImportPlan<PlannedDuty> plan = duties.confirm(caller, year, table(file), seen);
            if (!plan.isReady() || !plan.digest().equals(seen)) {
                return ImportSteps.changed(plan(plan, file, "预览之后责任人有变动，或表中还有不收的行，没有导入任何一行。请按下面的新预览核对。"));
            }
            steps.done(what(year.begins()));
            return Response.seeOther(URI.create("/agreements?year=" + year.begins()))
                    .build();
        });
    }

    private int present() {
        return map.present().begins();
    }

    private ImportSteps.Import what(int year) {
        return new ImportSteps.Import(PATH, DutySheet.HEADINGS, refusal -> form(year));
    }

    static SchoolYear yearOf(Waiting file) {
        return new SchoolYear(Integer.parseInt(file.note()));
    }

    static Table table(Waiting file) {
        return Workbook.open(file.bytes()).table(DutySheet.HEADINGS);
    }

    private String form(int year) {
        models.put("year", year);
        models.put("most", DutyImport.MOST_ROWS);
        return "duty/duty-import.html";
    }

    private String plan(ImportPlan<PlannedDuty> plan, Waiting file, String refusal) {
        steps.show(plan, file, refusal);
        models.put("year", yearOf(file).begins());
        return "duty/duty-import-preview.html";
    }
}
