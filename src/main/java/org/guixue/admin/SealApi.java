package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.account.Reauthentication;
import org.guixue.instrument.SealKeys;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** An office's seal key, for a bureau's programs. */
@Path("/api/offices/{id}/seal")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SealApi {
    @Inject
    private Offices offices;

    @Inject
    private SealKeys sealKeys;

    @Inject
    private SealView seals;

    @Inject
    private Reauthentication reauthentication;

    @Inject
    private Caller caller;

    /** @param password asked for where a session came instead of Basic credentials */
    record RevokeBody(@Nullable String reason, @Nullable String password) {}

    /** @param certificate its number; null for an office that has no key, as is the day on which it ends */
    record ShownSeal(
            long office,
            String name,
            SealView.State state,
            @Nullable String certificate,
            @Nullable LocalDate until) {}

    @GET
    public ShownSeal one(@PathParam("id") long id) {
        return shown(id);
    }

    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownSeal revoke(@PathParam("id") long id, RevokeBody body) {
        caller.expectBureau("管理印章");
        reauthentication.confirmAtApi(caller, body.password());
        sealKeys.revoke(caller, id, body.reason() == null ? "" : body.reason());
        return shown(id);
    }

    private ShownSeal shown(long id) {
        caller.expectBureau("管理印章");
        Office office = offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
        SealView.Seal seal = seals.of(office);
        return new ShownSeal(
                office.id(),
                office.name(),
                seal.state(),
                seal.line().map(SealView.Line::number).orElse(null),
                seal.line().map(SealView.Line::until).orElse(null));
    }
}
