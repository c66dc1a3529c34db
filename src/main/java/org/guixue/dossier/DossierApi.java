package org.guixue.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guixue.access.Caller;

/** A child's dossier over HTTP. */
@Path("/api/students/{id}/dossier.{format:pdf|zip}")
@RequestScoped
public class DossierApi {
    @Inject
    private Exporting exporting;

    @Inject
    private Caller caller;

    @GET
    public Response dossier(@PathParam("id") long id, @PathParam("format") String format) {
        return answer(format.equals("pdf") ? exporting.volume(caller, id) : exporting.bag(caller, id));
    }

    static Response answer(Export export) {
        StreamingOutput body = export.body()::writeTo;
        String kind = export.mediaType().equals("application/pdf") ? "inline" : "attachment";
        String title = URLEncoder.encode(export.title(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body, export.mediaType())
                .header(
                        "Content-Disposition",
                        kind + "; filename=\"" + export.fileName() + "\"; filename*=UTF-8''" + title)
                .build();
    }
}
