package org.guixue.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.Jurisdiction.Gate;
import org.guixue.form.Rule;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** 规则: every condition and every deadline in force where the caller works, each with where it comes from. */
@Path("/rules")
@Controller
@RequestScoped
public class RulePages {
    @Inject
    private FormCatalog forms;

    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /**
     * A condition.
     *
     * @param source empty where no source gives it
     * @param own 本单位规定
     */
    public record GateLine(String id, String title, String what, String source, boolean own) {
        static GateLine of(Gate gate, FormCatalog forms) {
            return new GateLine(
                    gate.id(),
                    GateWords.title(gate),
                    GateWords.what(gate, forms),
                    gate.source(),
                    gate.source().isEmpty());
        }
    }

    /**
     * A deadline.
     *
     * @param own the county's own number, in words; empty where the source gives it
     */
    public record RuleLine(
            String id,
            String title,
            String must,
            String who,
            String when,
            String to,
            String doneBy,
            String escalated,
            String source,
            String own) {}

    @GET
    public String inForce() {
        String jurisdiction =
                offices.find(caller.office()).map(Office::jurisdiction).orElse("");
        List<Rule> rules = forms.rulesOf(jurisdiction);
        RuleWords words = new RuleWords(forms, rules);
        models.put(
                "jurisdiction",
                forms.jurisdiction(jurisdiction).map(Jurisdiction::name).orElse(jurisdiction));
        models.put("gates", gates(forms, jurisdiction));
        models.put("rules", rules.stream().map(rule -> line(rule, words)).toList());
        return "deadline/rules.html";
    }

    /** Conditions first, then what proves what. */
    static List<GateLine> gates(FormCatalog forms, String jurisdiction) {
        return forms.gatesOf(jurisdiction).values().stream()
                .sorted(Comparator.comparing((Gate gate) -> gate.footing().isPresent())
                        .thenComparing(Gate::id))
                .map(gate -> GateLine.of(gate, forms))
                .toList();
    }

    private static RuleLine line(Rule rule, RuleWords words) {
        return new RuleLine(
                rule.id(),
                rule.title(),
                rule.must().equals(rule.title()) ? "" : rule.must(),
                RuleWords.who(rule),
                words.when(rule),
                RuleWords.to(rule),
                words.doneBy(rule),
                RuleWords.escalated(rule),
                rule.source(),
                rule.origin().orElse(""));
    }
}
