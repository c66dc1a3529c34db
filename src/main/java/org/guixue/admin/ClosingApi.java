package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.guixue.access.Caller;
import org.guixue.account.Reauthentication;
import org.guixue.office.Establishment;
import org.guixue.office.OfficeApi.ShownOffice;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** Closes an office; a school may name the one that takes its place. */
@Path("/api/offices/{id:\\d{1,18}}/close")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClosingApi {
    @Inject
    private Offices offices;

    @Inject
    private Establishment establishment;

    @Inject
    private Reauthentication reauthentication;

    @Inject
    private Caller caller;

    /**
     * Why it closes.
     *
     * @param successor id of the school that takes over its children, open cases and responsibilities; null for none
     * @param password asked for where a session came instead of Basic credentials
     */
    record ClosingBody(
            @Nullable String reason,
            @Nullable Long successor,
            @Nullable String password) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownOffice close(@PathParam("id") long id, ClosingBody body) {
        caller.expectBureau("管理单位");
        reauthentication.confirmAtApi(caller, body.password());
        establishment.close(
                caller,
                id,
                body.reason() == null ? "" : body.reason(),
                body.successor() == null ? OptionalLong.empty() : OptionalLong.of(body.successor()));
        return ShownOffice.of(offices.find(id, caller.scope()).orElseThrow());
    }
}
