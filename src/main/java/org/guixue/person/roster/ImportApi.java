package org.guixue.person.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.NotFound;
import org.guixue.office.Caller;
import org.guixue.page.Upload;
import org.guixue.workbook.Limits;

/**
 * A roster taken in while the caller waits, and how far the imports of the pages are. Refused rows are named with what
 * speaks against them; unless {@code partial}, one of them keeps all from being written.
 */
@Path("/api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportApi {
    @Inject
    private Importing importing;

    @Inject
    private RosterImports imports;

    @Inject
    private Refusals refusals;

    @Inject
    private Clearing clearing;

    @Inject
    private Caller caller;

    @POST
    @Path("students/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Map<String, Object> take(
            List<EntityPart> parts,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("partial") @DefaultValue("false") boolean partial)
            throws IOException {
        Importing.refuseInspector(caller);
        long arrived = Upload.handled(parts, "file", Limits.FILE_BYTES, upload -> importing.arrive(caller, upload));
        RosterImport done = importing.now(arrived, dryRun, partial);
        Map<String, Object> json = taken(done, dryRun, refusals.of(done.id()));
        if (done.state() == ImportState.READY) {
            clearing.discard(caller, done.id());
        } else {
            clearing.all(done.id());
        }
        return json;
    }

    static Map<String, Object> taken(RosterImport done, boolean dryRun, List<Refusals.Refusal> rejected) {
        boolean counts = dryRun || done.state() == ImportState.DONE;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accepted", counts ? done.count(Verdict.NEW) : 0);
        json.put("updated", counts ? done.count(Verdict.CHANGED) : 0);
        json.put("unchanged", done.count(Verdict.SAME));
        json.put("rejected", rejected);
        json.put("notImported", done.notImported());
        json.put("notGranted", done.notGranted());
        json.put("skipped", done.skippedRows());
        return json;
    }

    /** How far an import is that a page began. */
    @GET
    @Path("students/imports/{id}")
    public Map<String, Object> one(@PathParam("id") long id) {
        return progress(imports.find(id, caller).orElseThrow(() -> new NotFound("导入")));
    }

    static Map<String, Object> progress(RosterImport found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", found.id());
        json.put("state", found.state());
        json.put("label", found.state().label());
        json.put("running", found.state().running());
        json.put("all", found.rowsAll());
        json.put("done", found.rowsDone());
        json.put("note", found.note());
        for (Verdict verdict : Verdict.values()) {
            json.put(
                    switch (verdict) {
                        case NEW -> "accepted";
                        case CHANGED -> "updated";
                        case SAME -> "unchanged";
                        case REFUSED -> "refused";
                        case UNDECIDED -> "undecided";
                        case PASSED_OVER -> "passedOver";
                    },
                    found.count(verdict));
        }
        return json;
    }
}
