package org.guixue.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guixue.access.Caller;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.FormCatalog;
import org.guixue.instrument.Instrument;
import org.guixue.person.Student;
import org.guixue.store.Transactions;

/** 核对签字: what came back and is still to be looked at, with what its form leaves to be signed. */
@ApplicationScoped
public class SignatureList {
    static final int ROWS = 10;
    private static final int MOST_PAGES = 6;

    private final Transactions transactions;
    private final UncheckedCopies copies;
    private final FormCatalog forms;

    @Inject
    public SignatureList(Transactions transactions, UncheckedCopies copies, FormCatalog forms) {
        this.transactions = transactions;
        this.copies = copies;
        this.forms = forms;
    }

    /**
     * A copy and the question about it.
     *
     * @param due what is to be signed by hand, as the form calls it; empty where it says nothing
     * @param shown numbers of the pages whose pictures stand beside the question
     */
    public record Line(
            long paper,
            int copy,
            String serial,
            String title,
            String child,
            String filed,
            int pages,
            String due,
            List<Integer> shown) {
        public String address() {
            return "/instruments/" + paper + "/scans/" + copy;
        }
    }

    public List<Line> lines(Caller caller, Signatures seen, int page) {
        return transactions.run(() -> copies.list(caller, seen, page * ROWS, ROWS).stream()
                .map(this::line)
                .toList());
    }

    public long count(Caller caller, Signatures seen) {
        return transactions.run(() -> copies.count(caller, seen));
    }

    private Line line(ReturnedCopy copy) {
        Instrument paper = copy.instrument();
        return new Line(
                paper.id(),
                copy.n(),
                paper.serial(),
                paper.title(),
                paper.student().map(Student::name).orElse(""),
                org.guixue.form.FieldText.minute(copy.filedAt()),
                copy.pages(),
                due(paper),
                IntStream.rangeClosed(1, Math.min(copy.pages(), MOST_PAGES))
                        .boxed()
                        .toList());
    }

    private String due(Instrument paper) {
        return forms.form(paper.form())
                .map(form -> form.fields().stream()
                        .filter(field -> field.type() == FieldType.SIGNATURE)
                        .map(Field::label)
                        .collect(Collectors.joining("、")))
                .orElse("");
    }
}
