package org.guixue.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.access.Caller;
import org.guixue.form.FormCatalog;
import org.guixue.form.Rule;
import org.guixue.form.RuleSpan;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** The rules in force where the caller works, each with the document it comes from. */
@Path("/api/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RuleApi {
    @Inject
    private FormCatalog forms;

    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    /** After how long it shows at which office. */
    record Escalated(String after, String to) {}

    /**
     * A rule as jurisdiction.json has it.
     *
     * @param jurisdiction whose rule it is
     * @param origin 本单位规定 where its number is in no source
     */
    record ShownRule(
            String id,
            String jurisdiction,
            String title,
            String trigger,
            @Nullable String offset,
            List<String> who,
            String must,
            List<String> within,
            boolean repeat,
            String roll,
            List<String> to,
            String source,
            @Nullable String origin,
            List<Map<String, Object>> doneBy,
            @Nullable Map<String, String> window,
            @Nullable Escalated escalate) {
        static ShownRule of(Rule rule) {
            return new ShownRule(
                    rule.id(),
                    rule.jurisdiction(),
                    rule.title(),
                    rule.trigger().toString(),
                    rule.offset().map(Period::toString).orElse(null),
                    rule.who().stream().map(Rule.Actor::name).toList(),
                    rule.must(),
                    rule.within().stream().map(RuleSpan::toString).toList(),
                    rule.repeated(),
                    rule.roll().name().toLowerCase(Locale.ROOT),
                    rule.to().stream().map(Enum::name).toList(),
                    rule.source(),
                    rule.origin().orElse(null),
                    rule.doneBy().stream().map(ShownRule::proof).toList(),
                    rule.window().map(ShownRule::window).orElse(null),
                    rule.escalate()
                            .map(up ->
                                    new Escalated(up.after().toString(), up.to().name()))
                            .orElse(null));
        }

        private static Map<String, Object> proof(Rule.Proof proof) {
            Map<String, Object> shown = new TreeMap<>();
            shown.put(proof.kind().name().toLowerCase(Locale.ROOT), proof.name());
            shown.put("subject", proof.subject().name());
            if (proof.kind() == Rule.Proof.Kind.FORM) {
                shown.put("state", proof.delivered() ? "DELIVERED" : "ISSUED");
            }
            if (proof.joint()) {
                shown.put("joint", true);
            }
            return shown;
        }

        private static Map<String, String> window(Rule.Window window) {
            Map<String, String> shown = new TreeMap<>();
            window.from().ifPresent(from -> shown.put("from", from.toString()));
            window.until().ifPresent(until -> shown.put("until", until.toString()));
            return shown;
        }
    }

    @GET
    public List<ShownRule> inForce() {
        String jurisdiction =
                offices.find(caller.office()).map(Office::jurisdiction).orElse("");
        return forms.rulesOf(jurisdiction).stream().map(ShownRule::of).toList();
    }
}
