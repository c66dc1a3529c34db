package org.guixue.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.page.Said;
import org.guixue.page.Upload;
import org.jspecify.annotations.Nullable;

/** 回收件 of one paper, for those who are signed in by the form. */
@Path("/instruments/{id:\\d{1,18}}/scans")
@RequestScoped
public class ReturnedCopyPages {
    @Inject
    private DirectFiling filing;

    @Inject
    private ReadingCopies reading;

    @Inject
    private Settling settling;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        filing.expectMayFile(caller, id);
        try {
            ReturnedCopy copy = Upload.handled(
                    parts,
                    "file",
                    DirectFiling.MAX_BYTES,
                    upload -> filing.file(caller, id, upload.fileName(), upload.bytes()));
            said.say("已归入回收件%d，共%d页。请核对签字是否齐全。".formatted(copy.n(), copy.pages()));
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.VALUES && e.reason() != Refused.Reason.CONFLICT) {
                throw e;
            }
            said.refuse("没有归入：" + PilePages.sentence(e));
        }
        return to(id);
    }

    @GET
    @Path("{n:\\d{1,4}}")
    @Produces("application/pdf")
    public Response copy(
            @PathParam("id") long id,
            @PathParam("n") int n,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        return ReturnedCopyApi.answer(reading, caller, id, n, range, known);
    }

    @GET
    @Path("{n:\\d{1,4}}/pages/{page:\\d{1,4}}.jpg")
    @Produces("image/jpeg")
    public Response picture(@PathParam("id") long id, @PathParam("n") int n, @PathParam("page") int page) {
        return TrayPages.answer(reading.picture(caller, reading.copy(caller, id, n), page));
    }

    /** It was filed here by mistake. */
    @POST
    @Path("{n:\\d{1,4}}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("id") long id, @PathParam("n") int n, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            withdrawing.withdraw(caller, id, n, reason);
            said.say("回收件%d已撤出，文件仍在档案中。纸质件请重新扫描，归入它所属的文书。".formatted(n));
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.VALUES && e.reason() != Refused.Reason.CONFLICT) {
                throw e;
            }
            said.refuse("没有撤出：" + PilePages.sentence(e));
        }
        return to(id);
    }

    /** What somebody saw of the signatures. */
    @POST
    @Path("{n:\\d{1,4}}/signatures")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response look(
            @PathParam("id") long id,
            @PathParam("n") int n,
            @FormParam("seen") @DefaultValue("") String seen,
            @FormParam("pile") @DefaultValue("") String pile,
            @FormParam("list") @DefaultValue("") String list) {
        settling.look(caller, id, n, seen.equals("MISSING") ? Signatures.MISSING : Signatures.COMPLETE);
        if (!list.isEmpty()) {
            said.say(seen.equals("MISSING") ? "已记下：缺签字。" : "已记下：签字齐全。");
            return Response.seeOther(URI.create("/scans/signatures" + (list.equals("missing") ? "?show=missing" : "")))
                    .build();
        }
        return pile.matches("\\d{1,18}")
                ? Response.seeOther(URI.create("/scans/" + pile)).build()
                : to(id);
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/instruments/" + id)).build();
    }
}
