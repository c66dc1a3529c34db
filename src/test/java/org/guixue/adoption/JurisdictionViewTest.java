package org.guixue.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.form.FormCatalog;
import org.guixue.page.Typed;
import org.junit.jupiter.api.Test;

/** A county finds what it may adopt by what it is for and by name, and does not follow itself. */
class JurisdictionViewTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final String NOTICE = "shangtianti/persuasion-notice";

    private final JurisdictionView view = new JurisdictionView(FORMS);

    private static Typed typed(String q) {
        return Typed.blank().with("name", "示范县").with("q", q);
    }

    @Test
    void findsTheNoticeByItsNameWhosesoeverItIs() {
        List<JurisdictionView.Shelf> shelves = view.shelves("county-1", "national", typed("劝返复学通知书"));
        assertEquals(
                List.of(NOTICE),
                shelves.stream()
                        .flatMap(shelf -> shelf.papers().stream())
                        .filter(JurisdictionView.Paper::shown)
                        .map(JurisdictionView.Paper::id)
                        .toList());
        assertEquals(
                List.of("劝返"),
                shelves.stream()
                        .filter(JurisdictionView.Shelf::shown)
                        .map(JurisdictionView.Shelf::purpose)
                        .toList());
    }

    @Test
    void whatIsNotLookedForStandsThereUnseenSoThatSavingKeepsIt() {
        long all = view.shelves("county-1", "national", typed("")).stream()
                .mapToLong(shelf -> shelf.papers().size())
                .sum();
        long found = view.shelves("county-1", "national", typed("送达")).stream()
                .mapToLong(shelf -> shelf.papers().size())
                .sum();
        assertEquals(all, found);
        assertEquals(FORMS.forms().size() + FORMS.ledgers().size(), all);
    }

    @Test
    void whatIsInUseStandsFirst() {
        JurisdictionView.Shelf persuading = view.shelves(
                        "county-1", "national", typed("").with("adopt", NOTICE))
                .get(0);
        List<String> first = persuading.papers().stream()
                .limit(persuading.inUse())
                .map(JurisdictionView.Paper::id)
                .toList();
        assertTrue(first.contains(NOTICE), first.toString());
        assertTrue(persuading.papers().stream()
                .limit(persuading.inUse())
                .allMatch(paper -> paper.inherited() || paper.id().equals(NOTICE)));
    }

    /** The demo county's page offered 示范县 as the parent of 示范县. */
    @Test
    void packagedCountyIsNotItsOwnParentByName() {
        assertFalse(view.parents("county-1", "示范县").stream()
                .anyMatch(choice -> choice.name().startsWith("示范县")));
        assertTrue(view.parents("county-1", "青禾县").stream()
                .map(JurisdictionView.Choice::name)
                .collect(Collectors.toSet())
                .contains("示范县（演示用的虚构县）"));
    }

    @Test
    void saysWhichPaperTheRulesAskFor() {
        List<JurisdictionView.Wanted> wanted = view.wanted("national");
        assertTrue(
                wanted.stream().flatMap(each -> each.papers().stream()).anyMatch(paper -> paper.id()
                        .equals(NOTICE)),
                wanted.toString());
        assertFalse(view.wanted("shifan").stream().anyMatch(each -> each.rule().contains("劝返通知")));
    }
}
