package org.guixue.instrument.verifying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.page.Upload;

/** Verifying a file; public. */
@Path("/api/verify")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VerifyApi {
    static final int MAX_BYTES = 32 * 1024 * 1024;

    @Inject
    private Verifier verifier;

    @Inject
    private VerifyRate rate;

    @Context
    private HttpServletRequest request;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Map<String, Object> verify(List<EntityPart> parts) throws IOException {
        rate.count(request.getRemoteAddr());
        return Upload.handled(parts, "file", MAX_BYTES, upload -> json(verifier.verify(upload.bytes())));
    }

    static Map<String, Object> json(Verdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict.kind());
        verdict.details().ifPresent(details -> {
            json.put("serial", details.serial());
            json.put("form", details.form());
            json.put("office", details.office());
            json.put("issuedOn", details.issuedOn());
        });
        json.put("checks", verdict.checks());
        return json;
    }
}
