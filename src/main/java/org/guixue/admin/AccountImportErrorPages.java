package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.account.AccountImport;
import org.guixue.account.AccountSheet;
import org.guixue.page.ImportSteps;

/** The refused rows of the workbook of accounts that waits for its confirmation, with their reasons, as they came. */
@Path(AccountImportPages.PATH + "/errors.xlsx")
@RequestScoped
public class AccountImportErrorPages {
    @Inject
    private AccountImport accounts;

    @Inject
    private ImportSteps steps;

    @Inject
    private Caller caller;

    @GET
    public Response errors() {
        caller.expectBureau("管理账号");
        return steps.errors(AccountImportPages.PATH, AccountSheet.HEADINGS, "账号导入-不收的行.xlsx", file -> accounts.preview(
                        caller, AccountImportPages.table(file))
                .reasons());
    }
}
