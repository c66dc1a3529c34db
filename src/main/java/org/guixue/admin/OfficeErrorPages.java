package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.ErrorWorkbook;

/** The refused rows of the workbook that waits for its confirmation, with their reasons, as they came. */
@Path("/admin/offices/import/errors.xlsx")
@RequestScoped
public class OfficeErrorPages {
    @Inject
    private OfficeIntake intake;

    @Inject
    private Caller caller;

    @Context
    private HttpServletRequest request;

    @GET
    public Response errors() {
        caller.expectBureau("管理单位");
        ImportedFileRequest file = ImportedFileRequest.expect(request, ImportedFileRequest.Kind.OFFICES);
        Map<Integer, String> reasons = intake.preview(caller, file).reasons();
        return WorkbookAnswer.of(
                "单位导入-不收的行.xlsx",
                out -> ErrorWorkbook.write(intake.table(file), reasons, ErrorWorkbook.Which.REFUSED, out));
    }
}
