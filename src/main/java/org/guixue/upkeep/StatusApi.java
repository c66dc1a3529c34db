package org.guixue.upkeep;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.jspecify.annotations.Nullable;

/** The state of the house for a monitor; for bureau and inspector. Nothing of it is about a person, so it is on no trail. */
@Path("/api/status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatusApi {
    @Inject
    private Upkeep upkeep;

    @Inject
    private Caller caller;

    /**
     * @param state the most urgent of all: FINE, WATCH or ACT
     * @param summary in Chinese
     */
    record HouseStatus(Urgency state, Instant at, String summary, List<ShownSignal> signals) {}

    /** @param since null where nobody knows */
    record ShownSignal(
            String name,
            Urgency state,
            String title,
            String figure,
            String todo,
            String command,
            @Nullable Instant since,
            Map<String, Object> values,
            List<String> details) {
        static ShownSignal of(Signal signal) {
            return new ShownSignal(
                    signal.name(),
                    signal.urgency(),
                    signal.title(),
                    signal.figure(),
                    signal.todo(),
                    signal.command(),
                    signal.since().orElse(null),
                    signal.values(),
                    signal.details());
        }
    }

    @GET
    public HouseStatus status() {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看运行状况");
        }
        HouseStanding standing = upkeep.now();
        return new HouseStatus(
                standing.urgency(),
                standing.at(),
                standing.sentence(),
                standing.signals().stream().map(ShownSignal::of).toList());
    }
}
