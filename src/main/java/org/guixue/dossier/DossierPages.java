package org.guixue.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;

/** The links by which a child's page hands out its dossier; a path of its own, so that the child's page keeps its own. */
@Path("/students/{id}/dossier.{format:pdf|zip}")
@RequestScoped
public class DossierPages {
    @Inject
    private Exporting exporting;

    @Inject
    private Caller caller;

    @GET
    public Response dossier(@PathParam("id") long id, @PathParam("format") String format) {
        return DossierApi.answer(format.equals("pdf") ? exporting.volume(caller, id) : exporting.bag(caller, id));
    }
}
