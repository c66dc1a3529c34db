package org.guixue.duty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.page.ImportSteps;

/** The rows of an uploaded map that were refused, each with its reason. */
@Path(DutyImportPages.PATH + "/errors.xlsx")
@RequestScoped
public class DutyErrorPages {
    @Inject
    private DutyImport imports;

    @Inject
    private ImportSteps steps;

    @Inject
    private Caller caller;

    @GET
    public Response errors() {
        DutyImport.refuseInspector(caller);
        return steps.errors(DutyImportPages.PATH, DutySheet.HEADINGS, "包保责任导入-不收的行.xlsx", file -> imports.preview(
                        caller, DutyImportPages.yearOf(file), DutyImportPages.table(file))
                .reasons());
    }
}
