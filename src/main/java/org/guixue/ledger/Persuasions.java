package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.casefile.Persuasion;
import org.guixue.casefile.PersuasionDetails.Met;
import org.guixue.person.TellingWords;

/** The persuasions of the period that no correction took back (劝返记录). */
@ApplicationScoped
public class Persuasions implements Population {
    private final GoingCases cases;

    @Inject
    public Persuasions(GoingCases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "persuasions";
    }

    @Override
    public List<Listed> of(Reported asked) {
        List<Listed> all = new ArrayList<>();
        for (CaseOnDay each : cases.of(asked)) {
            for (Persuasion persuasion : each.found().persuasions()) {
                if (asked.period().contains(persuasion.on()) && !persuasion.on().isAfter(asked.asOf())) {
                    all.add(listed(each, persuasion));
                }
            }
        }
        return all;
    }

    private static Listed listed(CaseOnDay about, Persuasion persuasion) {
        return new Listed(
                "p" + persuasion.id(),
                about.reporter(),
                Map.of(
                        "persuasion.on", persuasion.on(),
                        "persuasion.by", String.join("、", persuasion.by()),
                        "persuasion.place", persuasion.place(),
                        "persuasion.how", persuasion.how(),
                        "persuasion.joint", ChildOnDay.yes(persuasion.details().joint()),
                        "persuasion.met",
                                persuasion.details().met().map(Met::label).orElse(""),
                        "persuasion.result", TellingWords.keptApart(persuasion.result()),
                        "persuasion.notReturned",
                                TellingWords.keptApart(persuasion.details().notReturned())),
                Optional.of(about));
    }
}
