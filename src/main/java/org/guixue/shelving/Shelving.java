package org.guixue.shelving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.PaperTrail;
import org.guixue.identity.Normaliser;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.store.Transactions;

/**
 * Puts paper originals into a box of the caller's office, moves them to another, takes them out. A box lies on one shelf and
 * holds at most {@value #MOST}, so that it can be moved as a whole. Each paper's old and new place go on record in the same
 * transaction.
 */
@ApplicationScoped
public class Shelving {
    /** So many papers at once, and so many in a box. */
    public static final int MOST = 500;

    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final PaperPlaces places;
    private final Offices offices;
    private final PaperTrail trail;
    private final Clock clock;

    @Inject
    public Shelving(Transactions transactions, PaperPlaces places, Offices offices, PaperTrail trail, Clock clock) {
        this.transactions = transactions;
        this.places = places;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * All of them or none; the box and shelf as they were taken.
     *
     * @param instruments ids, in any order
     * @throws Forbidden for an inspector
     * @throws NotFound where one is unknown or out of scope
     * @throws ValuesRefused where there are none or too many, one is not sealed yet, the box is full or lies elsewhere
     */
    public BoxOnShelf put(Caller caller, List<Long> instruments, String box, String shelf) {
        refuseInspector(caller);
        Set<Long> ids = new LinkedHashSet<>(instruments);
        if (ids.isEmpty()) {
            throw new ValuesRefused("instruments", "没有选出文书，请勾选要放入的文书");
        }
        if (ids.size() > MOST) {
            throw new ValuesRefused("instruments", "一次最多放入%d份，现在是%d份，请分几次放入".formatted(MOST, ids.size()));
        }
        BoxOnShelf where = new BoxOnShelf(box, shelf);
        transactions.perform(() -> {
            offices.hold(caller.office());
            put(caller, papers(caller, ids), where);
        });
        return where;
    }

    private void put(Caller caller, List<Instrument> papers, BoxOnShelf where) {
        Office office = offices.find(caller.office()).orElseThrow();
        Map<Long, PaperPlace> known =
                places.of(papers.stream().map(Instrument::id).toList());
        expectRoom(office, papers, where);
        Instant now = clock.instant();
        for (Instrument paper : papers) {
            Optional<PaperPlace> before = Optional.ofNullable(known.get(paper.id()));
            if (before.isPresent() && before.get().isAt(office, where)) {
                continue;
            }
            Map<String, String> event = new LinkedHashMap<>(Map.of("box", where.box(), "shelf", where.shelf()));
            before.ifPresent(place -> remember(event, place));
            trail.shelved(caller, paper.id(), paper.childId(), "", event);
            before.ifPresentOrElse(
                    place -> place.move(office, where, caller, now),
                    () -> places.add(new PaperPlace(paper, office, where, caller, now)));
        }
        places.settle();
    }

    private static void remember(Map<String, String> event, PaperPlace before) {
        event.put("fromBox", before.box());
        event.put("fromShelf", before.shelf());
    }

    private void expectRoom(Office office, List<Instrument> papers, BoxOnShelf where) {
        List<PaperPlace> others = places.others(
                office.id(), where.box(), papers.stream().map(Instrument::id).toList());
        Optional<PaperPlace> elsewhere = others.stream()
                .filter(place -> !place.shelf().equals(where.shelf()))
                .findFirst();
        if (elsewhere.isPresent()) {
            throw new ValuesRefused(
                    "shelf",
                    "盒%s现在的架位是%s，请照填；整盒换架位，请到这一盒的目录里办理"
                            .formatted(where.box(), elsewhere.get().shelf()));
        }
        if (others.size() + papers.size() > MOST) {
            throw new ValuesRefused(
                    "box", "盒%s已有%d份，再放%d份就超过%d份，请换一盒".formatted(where.box(), others.size(), papers.size(), MOST));
        }
    }

    /** In the order of their ids, so that two who are at the same papers wait for each other in one order. */
    private List<Instrument> papers(Caller caller, Set<Long> ids) {
        List<Instrument> found = new ArrayList<>(places.papers(ids));
        found.removeIf(paper -> !paper.visibleIn(caller.scope()));
        if (found.size() < ids.size()) {
            throw new NotFound("文书");
        }
        List<String> open = found.stream()
                .filter(paper -> !paper.sealed())
                .map(Instrument::serial)
                .limit(3)
                .toList();
        if (!open.isEmpty()) {
            throw new ValuesRefused("instruments", "%s还没有盖章归档，不能入盒，请去掉".formatted(String.join("、", open)));
        }
        found.sort(Comparator.comparing(Instrument::id));
        return found;
    }

    /**
     * It lies in no box any more: lent, moved to another archive, lost.
     *
     * @throws Conflict where it lies in none
     */
    public void takeOut(Caller caller, long instrument, String reason) {
        refuseInspector(caller);
        String why = Normaliser.line(reason);
        transactions.perform(() -> {
            Instrument paper = papers(caller, Set.of(instrument)).get(0);
            PaperPlace place = places.of(instrument).orElseThrow(() -> new Conflict("这份文书的原件没有入盒，不用取出"));
            if (why.isEmpty() || why.length() > LONGEST_REASON) {
                throw new ValuesRefused("reason", "请写明取出的原因，最多%d个字".formatted(LONGEST_REASON));
            }
            Map<String, String> event = new LinkedHashMap<>();
            remember(event, place);
            trail.shelved(caller, instrument, paper.childId(), why, event);
            places.remove(place);
            places.settle();
        });
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查看，不能登记原件的存放");
        }
    }
}
