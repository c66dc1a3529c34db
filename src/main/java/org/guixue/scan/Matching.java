package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guixue.Sha256;
import org.guixue.access.Scope;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.rendering.SheetCode;
import org.guixue.store.Transactions;

/**
 * Says whose each sheet of a pile is, once all are read. What is not beyond doubt goes to the tray: nothing is filed that might
 * be somebody else's. A sheet without a code belongs to the one before only where it looks like its back.
 */
@ApplicationScoped
public class Matching {
    private final Transactions transactions;
    private final Piles piles;
    private final Instruments instruments;
    private final MatchingBlanks blanks;
    private final PileStaging staging;

    @Inject
    public Matching(
            Transactions transactions,
            Piles piles,
            Instruments instruments,
            MatchingBlanks blanks,
            PileStaging staging) {
        this.transactions = transactions;
        this.piles = piles;
        this.instruments = instruments;
        this.blanks = blanks;
        this.staging = staging;
    }

    /** In one transaction; sheets that were matched before stay as they are. */
    void match(long pile) {
        transactions.perform(() -> matchOnce(pile));
    }

    private void matchOnce(long id) {
        Scope scope = piles.hold(id).owner().scope();
        List<PileSheet> sheets = piles.sheets(id);
        Map<Integer, PileFile> files = piles.files(id).stream().collect(Collectors.toMap(PileFile::n, file -> file));
        Map<String, Optional<Instrument>> known = new HashMap<>();
        for (PileSheet sheet : sheets) {
            if (sheet.state() == SheetState.READ && !files.get(sheet.file()).signed()) {
                List<Instrument> papers = papersOn(sheet, scope, known);
                if (!papers.isEmpty() || !blanks.match(sheet, scope)) {
                    matchOne(sheet, sheets, papers);
                }
            }
        }
        files.values().stream().filter(PileFile::signed).forEach(file -> matchWhole(file, sheets, scope, known));
        piles.settle();
    }

    /** The papers of ours whose codes lie on it. */
    private List<Instrument> papersOn(PileSheet sheet, Scope scope, Map<String, Optional<Instrument>> known) {
        return sheet.codes().stream()
                .map(SheetCode::token)
                .distinct()
                .flatMap(token -> known
                        .computeIfAbsent(
                                token, unseen -> instruments.withToken(unseen).filter(paper -> paper.visibleIn(scope)))
                        .stream())
                .toList();
    }

    private void matchOne(PileSheet sheet, List<PileSheet> all, List<Instrument> papers) {
        if (sheet.codes().isEmpty()) {
            matchWithoutCode(sheet, all);
        } else if (papers.size() > 1) {
            sheet.setAside(Setback.TWO_PAPERS);
        } else if (papers.isEmpty()) {
            sheet.setAside(Setback.UNKNOWN_PAPER);
        } else {
            matchTo(papers.get(0), sheet, all);
        }
    }

    private void matchTo(Instrument paper, PileSheet sheet, List<PileSheet> all) {
        List<SheetCode> codes = sheet.codes().stream()
                .filter(code -> code.token().equals(paper.token()))
                .toList();
        int page = codes.stream().mapToInt(SheetCode::page).max().orElse(0);
        Set<Integer> parts = codes.stream().map(SheetCode::copy).collect(Collectors.toCollection(TreeSet::new));
        setback(paper, page, parts, sheet, all)
                .ifPresentOrElse(
                        why -> sheet.setAside(why, paper.id(), page), () -> sheet.match(paper.id(), page, parts));
    }

    private Optional<Setback> setback(
            Instrument paper, int page, Set<Integer> parts, PileSheet sheet, List<PileSheet> all) {
        if (paper.state() == InstrumentState.VOID) {
            return Optional.of(Setback.VOID_PAPER);
        }
        if (!paper.sealed()) {
            return Optional.of(Setback.NOT_SEALED);
        }
        if (page > paper.pages()) {
            return Optional.of(Setback.NO_SUCH_PAGE);
        }
        boolean twice = all.stream()
                .filter(other -> other.n() < sheet.n() && other.state() == SheetState.MATCHED)
                .anyMatch(other -> isSame(other, paper.id(), page, parts));
        if (twice) {
            return Optional.of(Setback.TWICE);
        }
        boolean filed = piles.filed(paper.id()).stream().anyMatch(other -> isSame(other, paper.id(), page, parts));
        return filed ? Optional.of(Setback.ALREADY) : Optional.empty();
    }

    /** Whether that sheet bears a part of the paper that this one bears, too. */
    private static boolean isSame(PileSheet other, long paper, int page, Set<Integer> parts) {
        return other.instrument().filter(its -> its == paper).isPresent()
                && other.page() == page
                && other.parts().stream().anyMatch(parts::contains);
    }

    private void matchWithoutCode(PileSheet sheet, List<PileSheet> all) {
        Optional<PileSheet> before =
                all.stream().filter(other -> other.n() == sheet.n() - 1).findFirst();
        Optional<PileSheet> front =
                before.filter(each -> each.hasPlace() && !each.codes().isEmpty() && each.file() == sheet.file());
        if (front.isPresent() && isBackOf(front.get(), sheet)) {
            sheet.goWith(front.get());
        } else {
            sheet.setAside(sheet.blank() ? Setback.BLANK : Setback.NO_CODE);
        }
    }

    private boolean isBackOf(PileSheet front, PileSheet sheet) {
        return sheet.blank()
                || new Likeness(staging.picture(front.pile(), front.n()), staging.picture(sheet.pile(), sheet.n()))
                        .mayBeFrontAndBack();
    }

    /** A signed file is kept whole, or not at all. */
    private void matchWhole(PileFile file, List<PileSheet> all, Scope scope, Map<String, Optional<Instrument>> known) {
        List<PileSheet> sheets = all.stream()
                .filter(sheet -> sheet.file() == file.n() && sheet.state() == SheetState.READ)
                .toList();
        if (sheets.isEmpty()) {
            return;
        }
        List<Instrument> papers = new ArrayList<>();
        sheets.forEach(sheet -> papers.addAll(papersOn(sheet, scope, known)));
        List<Instrument> distinct = papers.stream().distinct().toList();
        if (distinct.size() != 1) {
            sheets.forEach(sheet -> sheet.setAside(Setback.SIGNED_FILE));
            return;
        }
        Instrument paper = distinct.get(0);
        Sha256 digest = Sha256.of(staging.file(sheets.get(0).pile(), file.n()));
        Optional<Setback> why = paper.sha256().filter(digest::equals).isPresent()
                ? Optional.of(Setback.ORIGINAL)
                : setback(paper, 1, Set.of(1), sheets.get(0), all);
        sheets.forEach(sheet -> why.ifPresentOrElse(
                setback -> sheet.setAside(setback, paper.id(), 0), () -> sheet.match(paper.id(), 1, Set.of())));
    }
}
