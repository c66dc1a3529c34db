package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.guixue.casefile.Case;
import org.guixue.form.LedgerVocabulary;
import org.guixue.house.Workshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every fact that a ledger.json may name is computed, and nothing else is. */
class LedgerFactsTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    private LedgerTable at;

    @BeforeEach
    void lay() {
        at = new LedgerTable(workshop);
    }

    private List<String> unknown(Population population) {
        List<String> unknown = new ArrayList<>();
        for (Reportable entry : population.of(at.desk.reported(at.school, at.month()))) {
            for (LedgerVocabulary.Known fact : LedgerVocabulary.of(population.name())) {
                try {
                    entry.fact(fact.name());
                } catch (IllegalArgumentException e) {
                    unknown.add(fact.name());
                }
            }
        }
        return unknown;
    }

    @Test
    void knowsEveryFactOfAChildAndOfItsCase() {
        Case found = at.away(at.school);
        at.persuade(found, at.school);
        at.submit(LedgerTable.REGISTER, at.school);
        for (Population each : at.populations) {
            assertEquals(List.of(), unknown(each), each.name());
        }
    }

    @Test
    void documentsEveryFactThatItComputes() {
        TreeSet<String> documented = new TreeSet<>();
        LedgerVocabulary.of("cases").forEach(fact -> documented.add(fact.name()));
        TreeSet<String> computed = new TreeSet<>(ChildOnDay.facts());
        computed.addAll(CaseOnDay.facts());
        assertEquals(documented, computed);
    }
}
