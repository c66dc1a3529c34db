package org.guixue.verifying;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.guixue.page.SpooledUpload;
import org.guixue.signing.SignatureReport.Check;
import org.jspecify.annotations.Nullable;

/** Verifying a file; public. */
@Path("/api/verify")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VerifyApi {
    static final int MAX_BYTES = 32 * 1024 * 1024;

    @Inject
    private Verifier verifier;

    /** @param details left out unless the file is ours byte for byte */
    record Verified(Verdict.Kind verdict, @JsonUnwrapped Verdict.@Nullable Details details, List<Check> checks) {
        static Verified of(Verdict verdict) {
            return new Verified(verdict.kind(), verdict.details().orElse(null), verdict.checks());
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Verified verify(List<EntityPart> parts) throws IOException {
        return SpooledUpload.handled(
                parts, "file", MAX_BYTES, upload -> Verified.of(verifier.verify(upload.content())));
    }
}
