package org.guixue.verifying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.instrument.UnissuedPapers;
import org.guixue.page.Csrf;
import org.guixue.page.Senders;
import org.guixue.page.SendersRate;
import org.guixue.page.SpooledUpload;
import org.guixue.rendering.SheetCode;

/** 核验, for everybody: whether a file is one of ours, and what the code on a sheet says. Names nobody. */
@Path("/")
@Controller
@RequestScoped
public class VerifyPages {
    private static final DateTimeFormatter IN_TEXT = DateTimeFormatter.ofPattern("y年M月d日");
    private static final int MOST_COPIES = 99;

    @Inject
    private Verifier verifier;

    @Inject
    private UnissuedPapers unissued;

    @Inject
    private SendersRate rate;

    @Inject
    private Senders senders;

    @Inject
    private Models models;

    @Context
    private HttpServletRequest request;

    /** What the code of a sheet says; page and copy are 0 where the code does not name them or names none that exists. */
    public record Sheet(Verifier.Coded paper, String issuedOn, int page, int copy) {
        static Sheet of(Verifier.Coded paper, SheetCode code) {
            return new Sheet(
                    paper,
                    paper.issuedOn().format(IN_TEXT),
                    code.page() <= paper.pages() ? code.page() : 0,
                    code.copy() <= MOST_COPIES ? code.copy() : 0);
        }
    }

    @GET
    @Path("verify")
    public String blank() {
        models.put("refusal", "");
        return form();
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(List<EntityPart> parts) throws IOException {
        try {
            Verdict verdict = SpooledUpload.handled(parts, "file", VerifyApi.MAX_BYTES, upload -> {
                models.put("fileName", upload.fileName());
                return verifier.verify(upload.content());
            });
            models.put("verdict", verdict);
            models.put("kind", verdict.kind().name());
            verdict.details().ifPresent(details -> {
                models.put("details", details);
                models.put("issuedOn", details.issuedOn().format(IN_TEXT));
            });
            models.put("refusal", "");
            return Response.ok(form()).build();
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.VALUES && e.reason() != Refused.Reason.TOO_LARGE) {
                throw e;
            }
            models.put("refusal", sentence(e));
            return Response.status(422).entity(form()).build();
        }
    }

    /** Of a code that is not ours says only that, with 404; one whose paper is not issued yet is not told from it. A blank form is said to be none. */
    @GET
    @Path("v/{token}")
    public Response sheet(
            @PathParam("token") String token,
            @QueryParam("p") @DefaultValue("") String page,
            @QueryParam("c") @DefaultValue("") String copy) {
        return SheetCode.isToken(token)
                ? sheet(Optional.of(new SheetCode(token, number(page), number(copy))))
                : sheetInCapitals(token);
    }

    /** The same for the short spelling, in any case. */
    @GET
    @Path("V/{code}")
    public Response sheetInCapitals(@PathParam("code") String code) {
        return sheet(SheetCode.ofCapitals(code));
    }

    private Response sheet(Optional<SheetCode> code) {
        rate.count(senders.address(request));
        Optional<Sheet> found =
                code.flatMap(read -> verifier.withToken(read.token()).map(paper -> Sheet.of(paper, read)));
        Optional<UnissuedPapers.Unissued> blank =
                found.isPresent() ? Optional.empty() : code.flatMap(read -> unissued.withToken(read.token()));
        if (blank.isPresent()) {
            models.put("blank", blank.get());
            return Response.ok("verifying/sheet-code-blank.html").build();
        }
        if (found.isEmpty()) {
            return Response.status(404)
                    .entity("verifying/sheet-code-unknown.html")
                    .build();
        }
        models.put("sheet", found.get());
        return Response.ok("verifying/sheet-code.html").build();
    }

    private String form() {
        Csrf.begin(request);
        return "verifying/verify.html";
    }

    private static String sentence(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(refusal.getMessage());
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
