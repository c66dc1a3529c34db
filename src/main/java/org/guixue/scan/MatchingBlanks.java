package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Scope;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.rendering.SheetCode;
import org.guixue.sheet.BlankPaper;
import org.guixue.sheet.BlankPapers;
import org.guixue.sheet.Draft;

/**
 * Knows sheets that went out blank and came back filled by hand. Such a sheet lies at its draft until that is issued, then at
 * the paper that came of it; it never stands for a sheet of the sealed paper itself.
 */
@ApplicationScoped
public class MatchingBlanks {
    private final Piles piles;
    private final BlankPapers blanks;

    @Inject
    public MatchingBlanks(Piles piles, BlankPapers blanks) {
        this.piles = piles;
        this.blanks = blanks;
    }

    /** Says where the sheet goes; false where no code on it is of a blank form from that part of the office tree. */
    boolean match(PileSheet sheet, Scope scope) {
        List<BlankPaper> found = sheet.codes().stream()
                .map(SheetCode::token)
                .distinct()
                .flatMap(token -> blanks.withToken(token).stream())
                .filter(blank -> blank.within(scope))
                .toList();
        if (found.size() > 1) {
            sheet.setAside(Setback.TWO_PAPERS);
        } else if (!found.isEmpty()) {
            matchTo(found.get(0), sheet);
        }
        return !found.isEmpty();
    }

    private void matchTo(BlankPaper blank, PileSheet sheet) {
        Optional<Draft> draft = blanks.draftOf(blank);
        int page = sheet.codes().stream()
                .filter(code -> code.token().equals(blank.token()))
                .mapToInt(SheetCode::page)
                .max()
                .orElse(0);
        List<PileSheet> before = piles.ofDraft(blank.draft()).stream()
                .filter(other -> other.page() == page && !other.codes().isEmpty())
                .toList();
        if (draft.isEmpty()) {
            sheet.setAside(Setback.DISCARDED_DRAFT);
        } else if (!before.isEmpty()) {
            boolean here = before.stream().anyMatch(other -> other.pile() == sheet.pile());
            sheet.setAside(here ? Setback.TWICE : Setback.ALREADY);
        } else {
            sheet.lieAt(blank.draft(), page);
            follow(sheet, draft.get());
        }
    }

    /** To the paper that came of the draft, where there is one and it is sealed. */
    void follow(PileSheet sheet, Draft draft) {
        Optional<Instrument> paper = draft.instrument();
        if (paper.filter(each -> each.state() == InstrumentState.VOID).isPresent()) {
            sheet.setAside(Setback.VOID_PAPER, paper.get().id(), sheet.page());
        } else if (paper.filter(Instrument::sealed).isPresent()) {
            sheet.follow(paper.get().id());
        }
    }

    /** Whether the code is of the blank form whose draft became that paper. */
    boolean isFirstOf(Instrument paper, SheetCode code) {
        return blanks.withToken(code.token())
                .flatMap(blanks::draftOf)
                .flatMap(Draft::instrument)
                .filter(issued -> issued.id() == paper.id())
                .isPresent();
    }
}
