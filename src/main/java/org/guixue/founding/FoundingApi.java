package org.guixue.founding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guixue.access.Caller;

/** How far the caller's county has come on the way to its first sealed notice. */
@Path("/api/founding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FoundingApi {
    @Inject
    private Founding founding;

    @Inject
    private Caller caller;

    /** @param left how many steps are not done */
    record Shown(List<ShownStep> steps, long left, boolean dismissed) {}

    /** @param state DONE, OPEN or WAITING for an earlier step */
    record ShownStep(String key, String title, FoundingStep.Standing state, String detail) {}

    @GET
    public Shown show() {
        Founding.Progress progress = founding.of(caller);
        return new Shown(
                progress.steps().stream()
                        .map(step -> new ShownStep(step.key(), step.title(), step.standing(), step.detail()))
                        .toList(),
                progress.left(),
                progress.dismissed());
    }
}
