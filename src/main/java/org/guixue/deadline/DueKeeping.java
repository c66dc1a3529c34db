package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.guixue.deadline.due.IssuedPaper;
import org.guixue.office.Installations;
import org.guixue.store.Outbox;
import org.guixue.store.OutboxRow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps today's board. Before each answer it follows the outbox, so that what was committed before is seen, on this node or
 * another; only the cases of children that are named there are read and computed again. A new day, or another calendar or tree
 * of offices, begins a new board. Thread-safe: one at a time.
 */
@ApplicationScoped
public class DueKeeping {
    private static final int BATCH = 500;

    private final FactReading reading;
    private final Outbox outbox;
    private final Installations installations;
    private final Clock clock;

    private @Nullable DueBoard board;
    private List<IssuedPaper> papersOfOffices = List.of();
    private String stamp = "";
    private long seen;

    @Inject
    public DueKeeping(FactReading reading, Outbox outbox, Installations installations, Clock clock) {
        this.reading = reading;
        this.outbox = outbox;
        this.installations = installations;
        this.clock = clock;
    }

    /** Asks the board, brought up to date. */
    synchronized <T> T ask(Function<DueBoard, T> question) {
        return question.apply(fresh());
    }

    /** What is due on another day, by what is known now. Nobody waits while it reads what has ended since. */
    List<NamedDue> on(LocalDate day) {
        List<KnownCase> ended = day.isBefore(LocalDate.now(clock)) ? reading.endedSince(day) : List.of();
        synchronized (this) {
            DueBoard now = fresh();
            return now.on(day, papersOfOffices, ended);
        }
    }

    private DueBoard fresh() {
        LocalDate today = LocalDate.now(clock);
        String now = reading.stamp();
        if (board == null || !board.day().equals(today) || !now.equals(stamp)) {
            board = begun(today);
            stamp = now;
        } else {
            follow(board);
        }
        return board;
    }

    private DueBoard begun(LocalDate today) {
        seen = outbox.last();
        LocalDate since = installations
                .find()
                .map(home -> LocalDate.ofInstant(home.createdAt(), clock.getZone()))
                .orElse(LocalDate.EPOCH);
        DueBoard fresh = new DueBoard(today, since, reading.deadlines());
        reading.allCases(today).forEach(fresh::put);
        papersOfOffices = reading.papersOfOffices(today);
        fresh.putOffices(papersOfOffices);
        return fresh;
    }

    private void follow(DueBoard current) {
        List<OutboxRow> rows = outbox.after(seen, BATCH);
        boolean ofOffices = false;
        while (!rows.isEmpty()) {
            Set<Long> students = new HashSet<>();
            Set<Long> instruments = new HashSet<>();
            rows.forEach(row -> (row.kind() == OutboxRow.Kind.STUDENT ? students : instruments).add(row.subject()));
            ofOffices |= reading.subjects(instruments, students);
            current.removeOf(students::contains);
            reading.casesOf(students, current.day()).forEach(current::put);
            seen = rows.get(rows.size() - 1).number();
            rows = outbox.after(seen, BATCH);
        }
        if (ofOffices) {
            papersOfOffices = reading.papersOfOffices(current.day());
            current.putOffices(papersOfOffices);
        }
    }
}
