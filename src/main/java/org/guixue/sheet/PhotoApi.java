package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.instrument.Photo;
import org.guixue.instrument.Photos;
import org.guixue.instrument.photo.UprightPicture;
import org.guixue.page.Upload;

/** Pictures for papers. */
@Path("/api/photos")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhotoApi {
    @Inject
    private Photos photos;

    @Inject
    private Caller caller;

    record TakenPhoto(String id, String sha256) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(List<EntityPart> parts) throws IOException {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能上传照片");
        }
        Photo photo = Upload.handled(
                parts,
                "file",
                UprightPicture.MAX_BYTES,
                upload -> photos.take(caller, upload.bytes(), upload.fileName()));
        return Response.created(URI.create("/api/photos/" + photo.id()))
                .entity(new TakenPhoto(photo.id(), photo.sha256().hex()))
                .build();
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        Photo photo = photos.open(id, caller);
        return Response.ok(photo.picture(), photo.mediaType())
                .header("Cache-Control", "no-store")
                .build();
    }
}
