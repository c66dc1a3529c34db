package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.identity.Normaliser;
import org.guixue.identity.VisibleText;

/**
 * Settles what a list and our roll do not agree in: one finding, all of a row, or all of a kind. Each row is a transaction of
 * its own: what it changes on the roll, with the list as its basis, and that it is settled. Theirs, once taken, is not undone
 * here; everything else may be settled otherwise until the table is issued.
 */
@ApplicationScoped
public class SettlingDifferences {
    /** So many of a kind in one request. */
    static final int MOST_AT_ONCE = 500;

    /** Past so many rows that cannot be settled a request does not go on. */
    private static final int MOST_REFUSED = 2000;

    private static final int LONGEST_NOTE = 200;

    private final Reconciliations reconciliations;
    private final RegisterFindings findings;
    private final TakingSides takingSides;
    private final Clock clock;

    @Inject
    public SettlingDifferences(
            Reconciliations reconciliations, RegisterFindings findings, TakingSides takingSides, Clock clock) {
        this.reconciliations = reconciliations;
        this.findings = findings;
        this.takingSides = takingSides;
        this.clock = clock;
    }

    /** A row that could not be settled as asked, and why. */
    public record RefusedRow(int row, String name, String message) {}

    /**
     * What became of an order.
     *
     * @param left how many of the comparison nobody has settled
     */
    public record Settled(int settled, List<RefusedRow> refused, int left) {
        public Settled {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Settles what the comparison found of one row.
     *
     * @param field one of those that differ; empty for all of the row
     */
    public Settled row(Caller caller, long id, int row, String field, Taken take, String note) {
        expectOwn(caller, id);
        String why = note(note);
        int settled = reconciliations.held(id, each -> rowOnce(caller, each, row, field, take, why));
        return new Settled(settled, List.of(), left(caller, id));
    }

    private int rowOnce(Caller caller, Reconciliation of, int row, String field, Taken take, String note) {
        expectCompared(of);
        List<RegisterFinding> found = findings.ofRow(of.id(), row, caller.mayReadSensitive()).stream()
                .filter(each -> field.isEmpty() || each.field().equals(field))
                .toList();
        if (found.isEmpty()) {
            throw new NotFound("差异");
        }
        List<RegisterFinding> meant = found.stream()
                .filter(each -> field.isEmpty() ? each.open() || !each.done() : true)
                .toList();
        if (meant.isEmpty() || meant.stream().anyMatch(RegisterFinding::done)) {
            throw new Conflict("第%d行已按对方改过；要改回的，请在学生页更正".formatted(row));
        }
        settle(caller, of, meant, take, note);
        return meant.size();
    }

    private void settle(Caller caller, Reconciliation of, List<RegisterFinding> meant, Taken take, String note) {
        String outcome = takingSides.take(caller, of, meant, take, note);
        findings.settle(
                meant.stream().map(RegisterFinding::id).toList(),
                take,
                note,
                outcome,
                caller.displayName(),
                clock.instant());
        takingSides.release(of, meant, take);
        of.reopen();
    }

    /**
     * Settles what is open of a kind; where that changes something, at most {@value #MOST_AT_ONCE} at once. A row that cannot
     * be settled so stays open and is named, and those after it are settled.
     *
     * @param field one of those that differ; empty for all fields
     */
    public Settled kind(Caller caller, long id, FindingKind kind, String field, Taken take, String note) {
        expectOwn(caller, id);
        String why = note(note);
        FindingFilter open = FindingFilter.of(id, kind, caller.mayReadSensitive())
                .ofField(field)
                .open();
        return take == Taken.HERE && kind != FindingKind.UNDECIDED
                ? leave(caller, id, open, why)
                : each(caller, id, open, take, why);
    }

    /** Whole rows, the first after that one. */
    private List<RegisterFinding> some(long id, FindingFilter open, int after) {
        List<RegisterFinding> some = reconciliations.held(id, each -> {
            expectCompared(each);
            return findings.page(open.after(after), 0, MOST_AT_ONCE);
        });
        int last = some.isEmpty() ? 0 : some.get(some.size() - 1).row();
        boolean cut = some.size() == MOST_AT_ONCE && some.get(0).row() != last;
        return cut ? some.stream().filter(each -> each.row() != last).toList() : some;
    }

    /** Ours stays as it is: nothing to do but to say so, of as many as there are. */
    private Settled leave(Caller caller, long id, FindingFilter open, String note) {
        int settled = 0;
        for (int some = leaveSome(caller, id, open, note); some > 0; some = leaveSome(caller, id, open, note)) {
            settled += some;
        }
        return new Settled(settled, List.of(), left(caller, id));
    }

    /** Read and settled under one lock: what somebody else takes meanwhile is not overwritten. */
    private int leaveSome(Caller caller, long id, FindingFilter open, String note) {
        return reconciliations.held(id, each -> {
            expectCompared(each);
            List<RegisterFinding> some = findings.page(open, 0, MOST_AT_ONCE);
            if (!some.isEmpty()) {
                settle(caller, each, some, Taken.HERE, note);
            }
            return some.size();
        });
    }

    private Settled each(Caller caller, long id, FindingFilter open, Taken take, String note) {
        List<RefusedRow> refused = new ArrayList<>();
        int settled = 0;
        List<RegisterFinding> some = some(id, open, 0);
        while (!some.isEmpty() && settled < MOST_AT_ONCE && refused.size() < MOST_REFUSED) {
            for (List<RegisterFinding> ofRow : byRow(some)) {
                try {
                    reconciliations.held(id, each -> {
                        settle(caller, each, stillOpen(each, ofRow), take, note);
                        return true;
                    });
                    settled += ofRow.size();
                } catch (Refused e) {
                    boolean stop = e.reason() == Refused.Reason.FORBIDDEN || e.reason() == Refused.Reason.LOCKED;
                    if (stop && settled == 0) {
                        throw e;
                    }
                    RegisterFinding first = ofRow.get(0);
                    refused.add(new RefusedRow(
                            first.row(),
                            first.name(),
                            stop ? Sentences.of(e) + "；从这一行起没有办理，前面的已经写入" : Sentences.of(e)));
                    if (stop) {
                        return new Settled(settled, refused, left(caller, id));
                    }
                }
            }
            some = some(id, open, some.get(some.size() - 1).row());
        }
        return new Settled(settled, refused, left(caller, id));
    }

    /** What somebody else has settled meanwhile is left alone. */
    private List<RegisterFinding> stillOpen(Reconciliation of, List<RegisterFinding> ofRow) {
        List<Long> ids = ofRow.stream().map(RegisterFinding::id).toList();
        List<RegisterFinding> still = ids.stream()
                .flatMap(found -> findings.find(of.id(), found).stream())
                .filter(RegisterFinding::open)
                .toList();
        if (still.isEmpty()) {
            throw new Conflict("这一行刚刚由别人核对过");
        }
        return still;
    }

    private static List<List<RegisterFinding>> byRow(List<RegisterFinding> open) {
        List<List<RegisterFinding>> rows = new ArrayList<>();
        for (RegisterFinding each : open) {
            if (rows.isEmpty() || rows.get(rows.size() - 1).get(0).row() != each.row()) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(each);
        }
        return rows;
    }

    /**
     * Says whom a doubtful row names; what it then has otherwise is found at once.
     *
     * @param child one of the candidates; empty for nobody on our roll
     */
    public Settled decide(Caller caller, long id, int row, Optional<Long> child) {
        expectOwn(caller, id);
        reconciliations.held(id, each -> {
            expectCompared(each);
            RegisterFinding doubt = findings.ofRow(id, row, true).stream()
                    .filter(found -> found.kind() == FindingKind.UNDECIDED)
                    .findFirst()
                    .orElseThrow(() -> new Conflict("第%d行没有要认定的学生".formatted(row)));
            takingSides.decide(caller, each, doubt, child);
            each.reopen();
            return true;
        });
        return new Settled(1, List.of(), left(caller, id));
    }

    private int left(Caller caller, long id) {
        return reconciliations.held(id, each -> findings.counts(id, caller.mayReadSensitive()).stream()
                .filter(FindingCount::open)
                .mapToInt(FindingCount::count)
                .sum());
    }

    private static String note(String typed) {
        String note = Normaliser.line(typed);
        VisibleText.lineRefusal(note, LONGEST_NOTE).ifPresent(why -> {
            throw new ValuesRefused("note", why);
        });
        return note;
    }

    /** Offices above may read it, and no more. */
    void expectOwn(Caller caller, long id) {
        Reconciliation found = reconciliations.find(id, caller);
        ReceivingRegisters.refuseInspector(caller);
        if (found.scope().office() != caller.office()) {
            throw new Forbidden("这次比对由上传的单位核对，上级单位只能查阅");
        }
    }

    static void expectCompared(Reconciliation of) {
        if (of.state() != ReconciliationState.OPEN && of.state() != ReconciliationState.ISSUED) {
            throw new Conflict("这次比对现在是“%s”，还不能核对".formatted(of.state().label()));
        }
    }
}
