package org.guixue.duty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.ErrorWorkbook;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/** The rows of an uploaded map that were refused, each with its reason. */
@Path("/agreements/import/errors.xlsx")
@RequestScoped
public class DutyErrorPages {
    @Inject
    private DutyImport imports;

    @Inject
    private Caller caller;

    @Context
    private HttpServletRequest request;

    @GET
    public Response errors() {
        DutyImport.refuseInspector(caller);
        DutyFileRequest file = DutyFileRequest.expect(request);
        Table table = Workbook.open(file.bytes()).table(DutySheet.HEADINGS);
        Map<Integer, String> reasons =
                imports.preview(caller, new SchoolYear(file.year()), table).reasons();
        return WorkbookAnswer.of(
                "包保责任导入-不收的行.xlsx", out -> ErrorWorkbook.write(table, reasons, ErrorWorkbook.Which.REFUSED, out));
    }
}
