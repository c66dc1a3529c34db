package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.guixue.access.Caller;
import org.guixue.person.Students;
import org.guixue.store.Transactions;
import org.jspecify.annotations.Nullable;

/** A comparison as its reader may see it: without health and disability for want of the grant, numbers masked. */
@ApplicationScoped
public class ReconciliationView {
    private final Transactions transactions;
    private final Reconciliations reconciliations;
    private final RegisterFindings findings;
    private final RegisterRows rows;
    private final Students students;

    @Inject
    public ReconciliationView(
            Transactions transactions,
            Reconciliations reconciliations,
            RegisterFindings findings,
            RegisterRows rows,
            Students students) {
        this.transactions = transactions;
        this.reconciliations = reconciliations;
        this.findings = findings;
        this.rows = rows;
        this.students = students;
    }

    /** A kind of findings, or one field of those that differ, with how many there are. */
    public record Group(FindingKind kind, String field, String label, int count, int left) {}

    /** One whom a row may name. */
    public record Candidate(long student, String name, String sex, String bornOn, String maskedId, String schooling) {}

    /** A finding, and whom it may be about. */
    public record Line(RegisterFinding it, List<Candidate> candidates) {}

    /** Part of a comparison. */
    public record Shown(Reconciliation it, List<Group> groups, List<Line> lines) {
        public int left() {
            return groups.stream().mapToInt(Group::left).sum();
        }

        /** How many findings there are. */
        public int all() {
            return groups.stream().mapToInt(Group::count).sum();
        }

        int count(FindingKind kind) {
            return groups.stream()
                    .filter(group -> group.kind() == kind)
                    .mapToInt(Group::count)
                    .sum();
        }
    }

    /** @param field one of those that differ; empty for all of the kind */
    public Shown show(Caller caller, long id, FindingKind kind, String field, boolean openOnly, int first, int most) {
        return transactions.run(() -> {
            Reconciliation found = reconciliations.find(id, caller);
            FindingFilter which =
                    FindingFilter.of(id, kind, caller.mayReadSensitive()).ofField(field);
            List<RegisterFinding> page = findings.page(openOnly ? which.open() : which, first, most);
            return new Shown(
                    found,
                    groups(caller, id),
                    page.stream()
                            .map(each -> new Line(each, candidates(found, each, caller)))
                            .toList());
        });
    }

    /** What there is of each, without the findings themselves. */
    public Shown summary(Caller caller, long id) {
        return transactions.run(() -> new Shown(reconciliations.find(id, caller), groups(caller, id), List.of()));
    }

    private List<Group> groups(Caller caller, long id) {
        Map<String, Group> groups = new LinkedHashMap<>();
        List<FindingCount> counts = findings.counts(id, caller.mayReadSensitive());
        for (FindingKind kind : FindingKind.values()) {
            for (FindingCount each : counts.stream().filter(of(kind)).toList()) {
                String label = kind == FindingKind.DIFFERENT ? RegisterFinding.label(each.field()) : kind.label();
                groups.merge(
                        kind + each.field(),
                        new Group(kind, each.field(), label, each.count(), each.open() ? each.count() : 0),
                        ReconciliationView::sum);
            }
        }
        return List.copyOf(groups.values());
    }

    private static Predicate<FindingCount> of(FindingKind kind) {
        return each -> each.kind() == kind;
    }

    private static Group sum(Group one, Group other) {
        return new Group(one.kind(), one.field(), one.label(), one.count() + other.count(), one.left() + other.left());
    }

    private List<Candidate> candidates(Reconciliation of, RegisterFinding found, Caller caller) {
        return found.kind() != FindingKind.UNDECIDED
                ? List.of()
                : students.list(rows.candidates(of.id(), found.row()), caller.scope()).stream()
                        .map(child -> new Candidate(
                                child.id(),
                                child.name(),
                                child.sex(),
                                child.bornOn().toString(),
                                ShownChild.masked(child),
                                ShownChild.schooling(child)))
                        .toList();
    }

    ReconciliationJson json(Caller caller, long id, int page, int size) {
        return transactions.run(() -> {
            Shown all = summary(caller, id);
            Reconciliation it = all.it();
            List<ReconciliationJson.Doubtful> doubtful = new ArrayList<>();
            some(caller, id, FindingKind.UNDECIDED, page, size)
                    .forEach(each -> doubtful.add(doubtful(each, candidates(it, each, caller))));
            return new ReconciliationJson(
                    it.id(),
                    it.registerName(),
                    it.register(),
                    it.fileName(),
                    it.sha256(),
                    it.state(),
                    it.note(),
                    it.broughtBy(),
                    it.createdAt(),
                    it.rowsRead(),
                    it.rowsAll(),
                    some(caller, id, FindingKind.ONLY_HERE, page, size).stream()
                            .map(each -> alone(each, each.here()))
                            .toList(),
                    some(caller, id, FindingKind.ONLY_THERE, page, size).stream()
                            .map(each -> alone(each, each.there()))
                            .toList(),
                    some(caller, id, FindingKind.DIFFERENT, page, size).stream()
                            .map(ReconciliationView::differing)
                            .toList(),
                    it.same(),
                    List.copyOf(doubtful),
                    counts(all),
                    page,
                    size,
                    it.notCompared(),
                    it.notGranted(),
                    it.passedOver(),
                    it.instrument().isPresent() ? it.instrument().getAsLong() : null);
        });
    }

    static ReconciliationJson.Counts counts(Shown all) {
        return new ReconciliationJson.Counts(
                all.count(FindingKind.ONLY_HERE),
                all.count(FindingKind.ONLY_THERE),
                all.count(FindingKind.DIFFERENT),
                all.count(FindingKind.UNDECIDED),
                all.left());
    }

    private List<RegisterFinding> some(Caller caller, long id, FindingKind kind, int page, int size) {
        return findings.page(FindingFilter.of(id, kind, caller.mayReadSensitive()), page * size, size);
    }

    private static @Nullable Long child(RegisterFinding found) {
        return found.student().isPresent() ? found.student().getAsLong() : null;
    }

    private static ReconciliationJson.Alone alone(RegisterFinding each, String schooling) {
        return new ReconciliationJson.Alone(
                each.row(),
                child(each),
                each.name(),
                each.bornOn(),
                each.maskedId(),
                schooling,
                ReconciliationJson.Taking.of(each.settlement()));
    }

    private static ReconciliationJson.Differing differing(RegisterFinding each) {
        return new ReconciliationJson.Differing(
                each.row(),
                child(each),
                each.name(),
                each.field(),
                each.label(),
                each.here(),
                each.there(),
                each.reason(),
                ReconciliationJson.Taking.of(each.settlement()));
    }

    private static ReconciliationJson.Doubtful doubtful(RegisterFinding each, List<Candidate> candidates) {
        return new ReconciliationJson.Doubtful(
                each.row(),
                each.name(),
                each.bornOn(),
                each.maskedId(),
                each.there(),
                each.reason(),
                candidates.stream()
                        .map(one -> new ReconciliationJson.MayBe(
                                one.student(), one.name(), one.sex(), one.bornOn(), one.maskedId(), one.schooling()))
                        .toList(),
                ReconciliationJson.Taking.of(each.settlement()));
    }
}
