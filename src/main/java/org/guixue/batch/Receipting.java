package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.delivery.Delivering;
import org.guixue.delivery.ListedPapers;
import org.guixue.form.Field;
import org.guixue.form.Form;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.Subject;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.IssueOrder;
import org.guixue.instrument.issuing.Issuing;
import org.guixue.person.Student;
import org.guixue.sheet.Draft;
import org.guixue.sheet.Drafts;
import org.guixue.store.Transactions;

/** 送达回证 for papers that go out together: one for each child, on which all of its papers stand. */
@ApplicationScoped
public class Receipting {
    static final int MOST = 200;

    private final Transactions transactions;
    private final Instruments instruments;
    private final ListedPapers listed;
    private final Check check;
    private final Issuing issuing;
    private final Drafts drafts;
    private final Preparing preparing;

    @Inject
    public Receipting(
            Transactions transactions,
            Instruments instruments,
            ListedPapers listed,
            Check check,
            Issuing issuing,
            Drafts drafts,
            Preparing preparing) {
        this.transactions = transactions;
        this.instruments = instruments;
        this.listed = listed;
        this.check = check;
        this.issuing = issuing;
        this.drafts = drafts;
        this.preparing = preparing;
    }

    /** A receipt that was issued, or why there is none. */
    public record Outcome(long student, List<Long> papers, Optional<Instrument> receipt, List<Violation> violations) {}

    /** The papers of one child that go out together. */
    private record Together(Student child, List<Instrument> papers) {
        Map<String, Object> values() {
            return Map.of(
                    ListedPapers.TABLE, papers.stream().map(ListedPapers::row).toList());
        }
    }

    /** Where receipts for these papers are filled in: a draft for one child, a batch that is prepared for several. */
    String begin(Caller caller, List<Long> papers) {
        Form form = form(caller);
        List<Together> groups = together(caller, form, papers);
        if (groups.size() == 1) {
            Together one = groups.get(0);
            Draft draft = drafts.begin(caller, form.id(), Subject.of(one.child()), one.values());
            return "/drafts/" + draft.id();
        }
        Map<Long, Map<String, Object>> each = new LinkedHashMap<>();
        groups.forEach(group -> each.put(group.child().id(), group.values()));
        Chosen chosen = new Chosen(groups.stream().map(Together::child).toList(), List.of(), each);
        return "/batches/" + preparing.prepare(caller, form, chosen, Map.of()).id() + "/prepared";
    }

    /**
     * Issues them at once, each for itself.
     *
     * @param key of the request, if it has one: the same again is answered with the same receipts
     */
    List<Outcome> issue(Caller caller, List<Long> papers, Optional<String> key) {
        Form form = form(caller);
        List<Outcome> outcomes = new ArrayList<>();
        for (Together group : together(caller, form, papers)) {
            IssueOrder order = new IssueOrder(form.id(), Subject.of(group.child()), group.values());
            outcomes.add(issue(
                    caller,
                    group,
                    order,
                    key.map(name -> name + "/" + group.child().id())));
        }
        return outcomes;
    }

    private Outcome issue(Caller caller, Together group, IssueOrder order, Optional<String> key) {
        List<Long> ids = group.papers().stream().map(Instrument::id).toList();
        try {
            return new Outcome(group.child().id(), ids, Optional.of(issuing.issue(caller, order, key)), List.of());
        } catch (ValuesRefused e) {
            return new Outcome(group.child().id(), ids, Optional.empty(), e.violations());
        }
    }

    private Form form(Caller caller) {
        return check.forms(caller).stream()
                .filter(form -> form.kind().equals(ListedPapers.RECEIPT))
                .findFirst()
                .orElseThrow(() -> new Forbidden("本单位不签发送达回证，请由签发文书的单位办理"));
    }

    /** In the order in which the children come up. */
    private List<Together> together(Caller caller, Form form, List<Long> papers) {
        if (papers.isEmpty()) {
            throw new ValuesRefused("instruments", "请勾选一起送达的文书");
        }
        if (papers.size() > MOST) {
            throw new TooLarge("一次最多为%d份文书填写送达回证，请分几次办理".formatted(MOST));
        }
        int rows = form.field(ListedPapers.TABLE).map(Field::max).orElse(0);
        Map<Long, List<Instrument>> groups = new LinkedHashMap<>();
        transactions.perform(() -> papers.stream().distinct().forEach(id -> {
            Instrument paper = instruments.find(id, caller.scope()).orElseThrow(() -> new NotFound("文书"));
            refuseUnlisted(paper);
            groups.computeIfAbsent(paper.childId(), child -> new ArrayList<>()).add(paper);
        }));
        List<Together> all = new ArrayList<>();
        groups.values().forEach(of -> {
            Student child = of.get(0).student().orElseThrow();
            if (rows > 0 && of.size() > rows) {
                throw new ValuesRefused(
                        "instruments", "%s选了%d份，一份送达回证最多列%d份，请分开填写".formatted(child.name(), of.size(), rows));
            }
            all.add(new Together(child, List.copyOf(of)));
        });
        return all;
    }

    private void refuseUnlisted(Instrument paper) {
        if (paper.childId() == 0 || paper.kind().equals(ListedPapers.RECEIPT)) {
            throw new Conflict("%s《%s》不列入送达回证，请从所选里去掉".formatted(paper.serial(), paper.title()));
        }
        Delivering.refuseUndeliverable(paper);
        listed.receiptOf(paper).ifPresent(receipt -> {
            throw new Conflict("%s已列入送达回证%s，不用再填；写错的，先作废那份回证".formatted(paper.serial(), receipt.serial()));
        });
    }
}
