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
import org.guixue.account.AccountImport;
import org.guixue.account.AccountSheet;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.ErrorWorkbook;
import org.guixue.workbook.Workbook;

/** The refused rows of the workbook of accounts that waits for its confirmation, with their reasons, as they came. */
@Path("/admin/accounts/import/errors.xlsx")
@RequestScoped
public class AccountImportErrorPages {
    @Inject
    private AccountImport accounts;

    @Inject
    private Caller caller;

    @Context
    private HttpServletRequest request;

    @GET
    public Response errors() {
        caller.expectBureau("管理账号");
        byte[] file = ImportedFileRequest.expect(request, ImportedFileRequest.Kind.ACCOUNTS)
                .bytes();
        Map<Integer, String> reasons = accounts.preview(
                        caller, Workbook.open(file).table(AccountSheet.HEADINGS))
                .reasons();
        return WorkbookAnswer.of(
                "账号导入-不收的行.xlsx",
                out -> ErrorWorkbook.write(
                        Workbook.open(file).table(AccountSheet.HEADINGS), reasons, ErrorWorkbook.Which.REFUSED, out));
    }
}
