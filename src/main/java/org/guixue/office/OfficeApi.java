package org.guixue.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.jspecify.annotations.Nullable;

/** The tree of offices in the caller's scope. */
@Path("/api/offices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OfficeApi {
    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    /** @param parent id of the office above; null at the top */
    record ShownOffice(
            long id, String name, OfficeKind kind, @Nullable Long parent, String code, String mark, boolean closed) {
        static ShownOffice of(Office office) {
            return new ShownOffice(
                    office.id(),
                    office.name(),
                    office.kind(),
                    office.parent().map(Office::id).orElse(null),
                    office.code(),
                    office.mark(),
                    office.closed());
        }
    }

    @GET
    public List<ShownOffice> list() {
        return offices.within(caller.scope()).stream().map(ShownOffice::of).toList();
    }
}
