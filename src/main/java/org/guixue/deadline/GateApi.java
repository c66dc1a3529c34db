package org.guixue.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.access.Caller;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction.Gate;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** The conditions in force where the caller works, each with where it comes from. */
@Path("/api/gates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GateApi {
    @Inject
    private FormCatalog forms;

    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    /** Which kinds of papers prove which events, beside evidence files. */
    record ShownFooting(List<String> events, List<String> of, List<String> papers) {}

    /**
     * A gate as jurisdiction.json has it.
     *
     * @param origin the source, or 本单位规定
     */
    record ShownGate(
            String id,
            String title,
            String source,
            String origin,
            Map<String, Integer> numbers,
            @Nullable ShownFooting basis) {
        static ShownGate of(Gate gate) {
            return new ShownGate(
                    gate.id(),
                    GateWords.title(gate),
                    gate.source(),
                    gate.origin(),
                    new TreeMap<>(gate.numbers()),
                    gate.footing()
                            .map(footing -> new ShownFooting(footing.events(), footing.of(), footing.papers()))
                            .orElse(null));
        }
    }

    @GET
    public List<ShownGate> inForce() {
        String jurisdiction =
                offices.find(caller.office()).map(Office::jurisdiction).orElse("");
        return forms.gatesOf(jurisdiction).values().stream()
                .sorted(Comparator.comparing(Gate::id))
                .map(ShownGate::of)
                .toList();
    }
}
