package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.account.AccountImport;
import org.guixue.account.AccountSheet;
import org.guixue.account.HandedOut;
import org.guixue.account.PlannedAccount;
import org.guixue.page.Upload;
import org.guixue.page.WaitingFiles;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Workbook;

/** Accounts from a workbook, all or nothing; the answer holds the one-time passwords, this once. */
@Path("/api/accounts/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountImportApi {
    @Inject
    private AccountImport accounts;

    @Inject
    private Caller caller;

    /** @param message why the row is not taken, with its cell */
    record RefusedAccount(int row, String message) {}

    /** @param password to be changed at the first sign-in; said this once */
    record OpenedAccount(String username, String name, String role, String office, String password) {}

    /** @param accepted accounts that were opened, or would be */
    record TakenAccounts(int accepted, int unchanged, List<RefusedAccount> rejected, List<OpenedAccount> accounts) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TakenAccounts take(List<EntityPart> parts, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun)
            throws IOException {
        caller.expectBureau("管理账号");
        byte[] file = Upload.of(parts, "file", WaitingFiles.MOST_BYTES).bytes();
        ImportPlan<PlannedAccount> plan =
                accounts.preview(caller, Workbook.open(file).table(AccountSheet.HEADINGS));
        if (dryRun || !plan.isReady()) {
            return taken(plan, dryRun ? plan.of(PlannedVerdict.ADDED).size() : 0, List.of());
        }
        AccountImport.Outcome outcome =
                accounts.confirm(caller, Workbook.open(file).table(AccountSheet.HEADINGS), plan.digest());
        return taken(outcome.plan(), outcome.slips().size(), outcome.slips());
    }

    private static TakenAccounts taken(ImportPlan<PlannedAccount> plan, int accepted, List<HandedOut> slips) {
        return new TakenAccounts(
                accepted,
                plan.of(PlannedVerdict.UNCHANGED).size(),
                plan.of(PlannedVerdict.REFUSED).stream()
                        .map(line -> new RefusedAccount(line.row(), String.join("；", line.what())))
                        .toList(),
                slips.stream()
                        .map(slip -> new OpenedAccount(
                                slip.username(), slip.name(), slip.position(), slip.office(), slip.password()))
                        .toList());
    }
}
