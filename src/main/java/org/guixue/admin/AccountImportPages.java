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
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.account.AccountImport;
import org.guixue.account.AccountSheet;
import org.guixue.account.PlannedAccount;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;
import org.guixue.page.Upload;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/** 成批开设账号: upload, see what it would do, do it. The file waits in the session between the two. */
@Path("/admin/accounts/import")
@Controller
@RequestScoped
public class AccountImportPages {
    private static final int SHOWN = 200;

    @Inject
    private AccountImport accounts;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    @GET
    public String show() {
        caller.expectBureau("管理账号");
        return form("");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(List<EntityPart> parts) throws IOException {
        caller.expectBureau("管理账号");
        try {
            Upload upload = Upload.of(parts, "file", ImportedFileRequest.MOST_BYTES);
            ImportedFileRequest file = new ImportedFileRequest(upload.fileName(), upload.bytes());
            table(file);
            ImportedFileRequest.keep(request, ImportedFileRequest.Kind.ACCOUNTS, upload);
        } catch (ValuesRefused e) {
            return refused(e, e.violations().get(0).message());
        } catch (Refused e) {
            return refused(e, String.valueOf(e.getMessage()));
        }
        return Response.seeOther(URI.create("/admin/accounts/import/preview")).build();
    }

    @GET
    @Path("preview")
    public Response preview() {
        caller.expectBureau("管理账号");
        if (ImportedFileRequest.kept(request, ImportedFileRequest.Kind.ACCOUNTS).isEmpty()) {
            return Response.seeOther(URI.create("/admin/accounts/import")).build();
        }
        ImportedFileRequest file = ImportedFileRequest.expect(request, ImportedFileRequest.Kind.ACCOUNTS);
        try {
            return Response.ok(plan(accounts.preview(caller, table(file)), file, ""))
                    .build();
        } catch (Refused e) {
            return refused(e, String.valueOf(e.getMessage()));
        }
    }

    /** @param seen digest of the plan that the page showed */
    @POST
    @Path("confirm")
    public Response confirm(@FormParam("seen") @DefaultValue("") String seen) {
        caller.expectBureau("管理账号");
        ImportedFileRequest file = ImportedFileRequest.expect(request, ImportedFileRequest.Kind.ACCOUNTS);
        AccountImport.Outcome outcome = accounts.confirm(caller, table(file), seen);
        if (outcome.slips().isEmpty()) {
            return Response.status(409)
                    .entity(plan(outcome.plan(), file, "预览之后有变动，或表中还有不收的行，没有开设任何账号。请按下面的新预览核对。"))
                    .build();
        }
        ImportedFileRequest.forget(request, ImportedFileRequest.Kind.ACCOUNTS);
        AccountSlipsRequest.keep(request, outcome.slips());
        return Response.seeOther(URI.create("/admin/accounts/slips")).build();
    }

    private static Table table(ImportedFileRequest file) {
        return Workbook.open(file.bytes()).table(AccountSheet.HEADINGS);
    }

    private Response refused(Refused e, String sentence) {
        if (RefusedRequest.isNoMatterOfTheForm(e)) {
            throw e;
        }
        int status = e.reason() == Refused.Reason.TOO_LARGE ? 413 : 422;
        return Response.status(status).entity(form(sentence)).build();
    }

    private String form(String refusal) {
        Typed typed = Typed.blank();
        if (!refusal.isEmpty()) {
            typed.refused(new ValuesRefused("file", refusal));
        }
        models.put("typed", typed);
        models.put("most", AccountImport.MOST_ROWS);
        return "admin/accounts-import.html";
    }

    private String plan(ImportPlan<PlannedAccount> plan, ImportedFileRequest file, String refusal) {
        models.put("plan", plan);
        models.put("file", file.name());
        models.put("refusal", refusal);
        models.put("refused", plan.of(PlannedVerdict.REFUSED));
        models.put("added", plan.of(PlannedVerdict.ADDED));
        models.put("unchanged", plan.of(PlannedVerdict.UNCHANGED).size());
        models.put("shown", SHOWN);
        return "admin/accounts-import-preview.html";
    }
}
