package org.guixue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every packaged paper stands under exactly one purpose, and rules say which paper they want. */
class PaperPurposeTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));

    private static Stream<Form> papers() {
        return Stream.concat(FORMS.forms().stream(), FORMS.ledgers().stream().map(Ledger::paper));
    }

    @Test
    void everyPackagedPaperHasAPurpose() {
        papers().forEach(paper ->
                assertNotEquals("其他", FORMS.purposeOf(paper).label(), paper.id().toString()));
    }

    @Test
    void noKindStandsUnderTwo() {
        Set<String> seen = new HashSet<>();
        FORMS.purposes().forEach(purpose -> purpose.kinds().forEach(kind -> assertTrue(seen.add(kind), kind)));
    }

    @Test
    void theNationsRulesAskForANoticeThatTheNationHasNot() {
        assertTrue(FORMS.wantedIn("national").stream()
                .anyMatch(wanted ->
                        wanted.rule().equals("劝返通知") && wanted.papers().size() == 2));
        assertEquals(
                List.of(),
                FORMS.wantedIn("shifan").stream()
                        .filter(wanted -> wanted.rule().equals("劝返通知"))
                        .toList());
    }

    @Test
    void aNearerGateIsAboutThePapersOfItsParents() {
        assertEquals(
                List.of("PERSUASION_NOTICE"),
                FORMS.gatesOf("haikou").get("notice-after-efforts").papers());
        Jurisdiction.Gate nearer = new Jurisdiction.Gate(
                "notice-after-efforts", "", java.util.Map.of(), false, List.of(), java.util.Optional.empty());
        assertEquals(
                List.of("PERSUASION_NOTICE"),
                FORMS.gatesOf("national")
                        .get("notice-after-efforts")
                        .overriddenBy(nearer)
                        .papers());
    }
}
