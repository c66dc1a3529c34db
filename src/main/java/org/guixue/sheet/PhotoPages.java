package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.instrument.Photo;
import org.guixue.instrument.Photos;

/** The pictures on a sheet, for those who are signed in by the form. */
@Path("/photos")
@RequestScoped
public class PhotoPages {
    @Inject
    private Photos photos;

    @Inject
    private Caller caller;

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        Photo photo = photos.open(id, caller);
        return Response.ok(photo.picture(), photo.mediaType())
                .header("Cache-Control", "no-store")
                .build();
    }
}
