package org.guixue.roster;

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
import java.util.List;
import java.util.OptionalLong;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.page.Upload;
import org.guixue.workbook.Limits;
import org.jspecify.annotations.Nullable;

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
    private RowRefusals refusals;

    @Inject
    private Clearing clearing;

    @Inject
    private Caller caller;

    /**
     * What became of a roster that was taken in at once.
     *
     * @param accepted rows that are new children; none where nothing was written
     * @param updated rows that change a child; none where nothing was written
     * @param notImported headings that nobody knows
     * @param notGranted headings of health and disability, left out for want of the grant
     * @param skipped rows that were taken for no data, and why
     */
    record TakenRoster(
            int accepted,
            int updated,
            int unchanged,
            List<RowRefusals.Refusal> rejected,
            List<String> notImported,
            List<String> notGranted,
            List<String> skipped) {
        static TakenRoster of(RosterImport done, boolean dryRun, List<RowRefusals.Refusal> rejected) {
            boolean counts = dryRun || done.state() == ImportState.DONE;
            return new TakenRoster(
                    counts ? done.count(RowVerdict.NEW) : 0,
                    counts ? done.count(RowVerdict.CHANGED) : 0,
                    done.count(RowVerdict.SAME),
                    rejected,
                    done.notImported(),
                    done.notGranted(),
                    done.skippedRows());
        }
    }

    /**
     * How far an import is that a page began.
     *
     * @param label the state in Chinese
     * @param all rows, a bound while it is read
     */
    record ImportProgress(
            long id,
            ImportState state,
            String label,
            boolean running,
            int all,
            int done,
            String note,
            int accepted,
            int updated,
            int unchanged,
            int refused,
            int undecided,
            int passedOver) {
        static ImportProgress of(RosterImport found) {
            return new ImportProgress(
                    found.id(),
                    found.state(),
                    found.state().label(),
                    found.state().running(),
                    found.rowsAll(),
                    found.rowsDone(),
                    found.note(),
                    found.count(RowVerdict.NEW),
                    found.count(RowVerdict.CHANGED),
                    found.count(RowVerdict.SAME),
                    found.count(RowVerdict.REFUSED),
                    found.count(RowVerdict.UNDECIDED),
                    found.count(RowVerdict.PASSED_OVER));
        }
    }

    @POST
    @Path("students/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TakenRoster take(
            List<EntityPart> parts,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("partial") @DefaultValue("false") boolean partial,
            @QueryParam("school") @Nullable Long school)
            throws IOException {
        Importing.refuseInspector(caller);
        long arrived = Upload.handled(
                parts,
                "file",
                Limits.FILE_BYTES,
                upload -> importing.arrive(
                        caller, upload, school == null ? OptionalLong.empty() : OptionalLong.of(school)));
        RosterImport done = importing.now(arrived, dryRun, partial);
        TakenRoster taken = TakenRoster.of(done, dryRun, refusals.of(done.id()));
        if (done.state() == ImportState.READY) {
            clearing.discard(caller, done.id());
        } else {
            clearing.all(done.id());
        }
        return taken;
    }

    @GET
    @Path("students/imports/{id}")
    public ImportProgress one(@PathParam("id") long id) {
        return ImportProgress.of(imports.find(id, caller).orElseThrow(() -> new NotFound("导入")));
    }
}
