package org.guixue.casefile.gate;

import java.util.List;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Situation;

/** What was applied for: who applied for a deferral has not applied for home tuition. */
final class Applications {
    private Applications() {}

    /** Those for the matter that is decided, since a period was last granted in the spell. */
    static List<CaseEvent> forTheSame(CaseEvent decision, Situation before) {
        String matter = decision.facts().text(Fact.OF).orElse("");
        return before.sinceGranted(EventKind.APPLIED).stream()
                .filter(each -> each.facts().is(Fact.OF, matter))
                .toList();
    }
}
