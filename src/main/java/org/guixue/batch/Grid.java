package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.issuing.Check;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.Typed;
import org.guixue.person.Students;
import org.guixue.store.Transactions;

/**
 * What is prepared, as a table to write in: a child a row, and above them a row for what is the same on all. A cell that was
 * left empty shows what will stand there all the same. Columns are those that nobody but the clerk knows, and those that
 * something is missing from; the others on demand.
 */
@ApplicationScoped
public class Grid {
    static final int ROWS = 50;

    private final Transactions transactions;
    private final Batches batches;
    private final Students students;
    private final Trial trial;

    @Inject
    public Grid(Transactions transactions, Batches batches, Students students, Trial trial) {
        this.transactions = transactions;
        this.batches = batches;
        this.students = students;
        this.trial = trial;
    }

    /**
     * A cell.
     *
     * @param name of its input
     * @param text what was written into it
     * @param otherwise what stands on the paper where nothing was
     * @param typed whether it was written just now and is not kept yet
     * @param fault what is wrong with what will stand on the paper; empty for nothing
     * @param doubt what the records say otherwise; empty for nothing
     */
    public record GridCell(
            String name,
            String label,
            String text,
            String otherwise,
            List<String> choices,
            boolean isLong,
            boolean typed,
            String fault,
            String doubt) {
        public boolean wrong() {
            return !fault.isEmpty();
        }
    }

    /**
     * A child's row.
     *
     * @param fault why it cannot be issued; empty where it can
     */
    public record GridRow(
            long item, String name, String schoolClass, Optional<Long> student, List<GridCell> cells, String fault) {}

    /**
     * A page of it.
     *
     * @param more whether there are columns that are not shown
     */
    public record View(List<GridField> columns, List<GridCell> same, List<GridRow> rows, PageOf at, boolean more) {}

    /** @param typed what was posted and not taken, which is shown instead of what is kept */
    View of(Caller caller, Batch batch, Form form, PageAddress here, int page, boolean all, Typed typed) {
        return transactions.run(() -> {
            ItemState state = batch.state() == BatchState.DONE ? ItemState.FAILED : ItemState.WAITING;
            List<BatchItem> items = batches.items(batch.id(), state, page * ROWS, ROWS);
            Map<Long, Check.Assessed> looks = new LinkedHashMap<>();
            for (BatchItem item : items) {
                if (item.student().isPresent()) {
                    looks.put(item.id(), trial.assess(caller, form, item.subject(), item.values()));
                }
            }
            List<GridField> fields = GridField.of(form, caller);
            List<GridField> columns = all ? fields : shown(fields, batch, items, looks);
            long total = batches.count(batch.id()).getOrDefault(state, 0L);
            Map<Long, String> classes = new HashMap<>();
            students.list(
                            items.stream()
                                    .flatMap(item -> item.student().stream())
                                    .toList(),
                            caller.scope())
                    .forEach(child -> classes.put(child.id(), child.grade() + child.schoolClass()));
            return new View(
                    columns,
                    columns.stream().map(field -> same(batch, field, typed)).toList(),
                    items.stream()
                            .map(item -> row(
                                    item,
                                    item.student().map(classes::get).orElse(""),
                                    columns,
                                    Optional.ofNullable(looks.get(item.id())),
                                    typed))
                            .toList(),
                    new PageOf(page == 0 ? here : here.with("page", Integer.toString(page)), page, ROWS, total),
                    columns.size() < fields.size());
        });
    }

    private static List<GridField> shown(
            List<GridField> fields, Batch batch, List<BatchItem> items, Map<Long, Check.Assessed> looks) {
        Set<String> wanted = new LinkedHashSet<>(batch.same().keySet());
        items.forEach(item -> wanted.addAll(item.own().keySet()));
        looks.values()
                .forEach(
                        look -> look.violations().stream().map(Violation::field).forEach(wanted::add));
        return fields.stream()
                .filter(field -> field.asked() || wanted.contains(field.name()))
                .toList();
    }

    private static GridCell same(Batch batch, GridField field, Typed typed) {
        String name = "same." + field.name();
        return new GridCell(
                name,
                "每份都一样的" + field.label(),
                posted(typed, name).orElseGet(() -> kept(batch.same(), field)),
                "",
                field.choices(),
                field.isLong(),
                posted(typed, name).isPresent(),
                "",
                "");
    }

    private static GridRow row(
            BatchItem item, String schoolClass, List<GridField> columns, Optional<Check.Assessed> look, Typed typed) {
        List<GridCell> cells = new ArrayList<>();
        if (look.isPresent()) {
            columns.forEach(field -> cells.add(cell(item, field, look.get(), typed)));
        }
        return new GridRow(item.id(), item.label(), schoolClass, item.student(), cells, item.message());
    }

    private static GridCell cell(BatchItem item, GridField field, Check.Assessed look, Typed typed) {
        String name = "each." + item.id() + "." + field.name();
        boolean untouched = item.batch().same().isEmpty() && item.own().isEmpty();
        boolean judged = !untouched || look.values().containsKey(field.name());
        String fault = judged ? said(look.violations(), field) : "";
        return new GridCell(
                name,
                item.label() + "的" + field.label(),
                posted(typed, name).orElseGet(() -> kept(item.own(), field)),
                kept(look.values(), field),
                field.choices(),
                field.isLong(),
                posted(typed, name).isPresent(),
                fault,
                said(look.doubts(), field));
    }

    private static String said(List<Violation> all, GridField field) {
        return all.stream()
                .filter(each -> each.field().equals(field.name()))
                .map(Violation::message)
                .findFirst()
                .orElse("");
    }

    /** What was emptied is not insisted on: somebody else may have written it meanwhile. */
    private static Optional<String> posted(Typed typed, String name) {
        return typed.all(name).stream().findFirst().filter(text -> !text.isBlank());
    }

    private static String kept(Map<String, Object> values, GridField field) {
        return GridField.shown(Optional.ofNullable(values.get(field.name())));
    }
}
