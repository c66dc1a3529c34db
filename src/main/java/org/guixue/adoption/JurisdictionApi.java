package org.guixue.adoption;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.jspecify.annotations.Nullable;

/** The caller's county's jurisdiction.json itself, as forms/README.md describes it; what is written counts at once. */
@Path("/api/jurisdictions/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JurisdictionApi {
    @Inject
    private Adopting adopting;

    @Inject
    private Caller caller;

    @GET
    public Response read(@PathParam("id") String id) {
        return answer(adopting.find(caller, id).orElseThrow(() -> new NotFound("这个地区的表样和规则")));
    }

    /** @param tag what was read before; without it, only where there is none yet */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(@PathParam("id") String id, byte[] json, @HeaderParam("If-Match") @Nullable String tag) {
        return answer(adopting.write(caller, id, json, tag == null ? "" : tag.replace("\"", "")));
    }

    private static Response answer(Adopting.Kept kept) {
        return Response.ok(kept.json()).tag(kept.stamp().hex()).build();
    }
}
