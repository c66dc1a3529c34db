package org.guixue.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** What lets an office order schooling that no statute names; {@code until} null for no end. */
    public record ShownPower(
            String basis,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * @param parent id of the office above; null at the top
     * @param successor id of the school that took over when it closed
     * @param reportsTo id of the office above to which it reports; null for the nearest
     */
    public record ShownOffice(
            long id,
            String name,
            OfficeKind kind,
            @Nullable Long parent,
            String code,
            String mark,
            boolean closed,
            @Nullable Long successor,
            @Nullable Long reportsTo,
            @Nullable ShownPower mayOrder) {
        public static ShownOffice of(Office office) {
            return new ShownOffice(
                    office.id(),
                    office.name(),
                    office.kind(),
                    office.parent().map(Office::id).orElse(null),
                    office.code(),
                    office.mark(),
                    office.closed(),
                    office.successor().map(Office::id).orElse(null),
                    office.reportsTo().map(Office::id).orElse(null),
                    Optional.of(office.orderPower())
                            .filter(OrderPower::given)
                            .map(power -> new ShownPower(
                                    power.basis(),
                                    power.from().orElse(null),
                                    power.until().orElse(null)))
                            .orElse(null));
        }
    }

    @GET
    public List<ShownOffice> list() {
        return offices.within(caller.scope()).stream().map(ShownOffice::of).toList();
    }
}
