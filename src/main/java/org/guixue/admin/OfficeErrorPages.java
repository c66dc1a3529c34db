package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.office.OfficeSheet;
import org.guixue.page.ImportSteps;

/** The refused rows of the workbook that waits for its confirmation, with their reasons, as they came. */
@Path(OfficeImportPages.PATH + "/errors.xlsx")
@RequestScoped
public class OfficeErrorPages {
    @Inject
    private OfficeIntake intake;

    @Inject
    private ImportSteps steps;

    @Inject
    private Caller caller;

    @GET
    public Response errors() {
        caller.expectBureau("管理单位");
        return steps.errors(
                OfficeImportPages.PATH, OfficeSheet.HEADINGS, "单位导入-不收的行.xlsx", file -> intake.preview(caller, file)
                        .reasons());
    }
}
