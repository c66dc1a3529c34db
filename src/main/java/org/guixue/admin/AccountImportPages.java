package org.guixue.admin;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.account.AccountImport;
import org.guixue.account.AccountSheet;
import org.guixue.account.PlannedAccount;
import org.guixue.page.ImportSteps;
import org.guixue.page.Typed;
import org.guixue.page.WaitingFiles.Waiting;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/** 成批开设账号: upload, see what it would do, do it. */
@Path(AccountImportPages.PATH)
@Controller
@RequestScoped
public class AccountImportPages {
    static final String PATH = "/admin/accounts/import";

    @Inject
    private AccountImport accounts;

    @Inject
    private ImportSteps steps;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    @GET
    public String show() {
        caller.expectBureau("管理账号");
        models.put("typed", Typed.blank());
        return form("");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(List<EntityPart> parts) throws IOException {
        caller.expectBureau("管理账号");
        return steps.upload(what(), parts, "");
    }

    @GET
    @Path("preview")
    public Response preview() {
        caller.expectBureau("管理账号");
        return steps.preview(what(), file -> plan(accounts.preview(caller, table(file)), file, ""));
    }

    /** @param seen digest of the plan that the page showed */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("seen") @DefaultValue("") String seen) {
        caller.expectBureau("管理账号");
        return steps.confirm(what(), file -> {
            AccountImport.Outcome outcome = accounts.confirm(caller, table(file), seen);
            if (outcome.slips().isEmpty()) {
                return ImportSteps.changed(plan(outcome.plan(), file, "预览之后有变动，或表中还有不收的行，没有开设任何账号。请按下面的新预览核对。"));
            }
            steps.done(what());
            AccountSlipsRequest.keep(request, outcome.slips());
            return Response.seeOther(URI.create("/admin/accounts/slips")).build();
        });
    }

    private ImportSteps.Import what() {
        return new ImportSteps.Import(PATH, AccountSheet.HEADINGS, this::form);
    }

    static Table table(Waiting file) {
        return Workbook.open(file.bytes()).table(AccountSheet.HEADINGS);
    }

    private String form(String refusal) {
        models.put("most", AccountImport.MOST_ROWS);
        return "admin/accounts-import.html";
    }

    private String plan(ImportPlan<PlannedAccount> plan, Waiting file, String refusal) {
        steps.show(plan, file, refusal);
        return "admin/accounts-import-preview.html";
    }
}
