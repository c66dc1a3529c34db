package org.guixue.verifying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.cert.CertificateEncodingException;
import org.guixue.NotFound;
import org.guixue.signing.Anchor;
import org.guixue.signing.KeySafe;

/** What every certificate of ours points at, for anybody: which are revoked (RFC 5280), and who vouches for them. */
@Path("/")
@RequestScoped
public class AuthorityPages {
    @Inject
    private KeySafe safe;

    @GET
    @Path("authority.crl")
    public Response revoked() {
        return answer(anchor().encodedCrl(), "application/pkix-crl");
    }

    @GET
    @Path("authority.crt")
    public Response certificate() {
        try {
            return answer(anchor().certificate().getEncoded(), "application/pkix-cert");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private Anchor anchor() {
        if (safe.keys().isEmpty() || !safe.authority().exists()) {
            throw new NotFound("印章证书的撤销清单");
        }
        return safe.anchor();
    }

    private static Response answer(byte[] encoded, String type) {
        return Response.ok(encoded, type)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
