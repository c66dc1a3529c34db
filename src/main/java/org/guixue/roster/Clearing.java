package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.access.Caller;

/**
 * Lets go of what an import needs no longer: staged rows, the file. Of one that left rows out, these and the file stay for
 * a week, for the error workbook. After a stop in the middle it says on the import that nothing was written.
 */
@ApplicationScoped
public class Clearing {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final Duration KEPT = Duration.ofDays(7);

    private final RosterImports imports;
    private final Staging staging;
    private final Clock clock;

    @Inject
    public Clearing(RosterImports imports, Staging staging, Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.clock = clock;
    }

    /** What the last run left in the middle. */
    public void begin() {
        for (RosterImport running : imports.in(List.of(ImportState.READING, ImportState.APPLYING))) {
            imports.change(running.id(), each -> each.move(ImportState.INTERRUPTED, "服务中途停止。请重新上传。", clock.instant()));
            all(running.id());
        }
    }

    /** Those that nobody came back to for a week; one that still waits for an answer is given up. */
    public void old() {
        for (long id : imports.left(clock.instant().minus(KEPT))) {
            imports.change(id, each -> {
                if (each.state() == ImportState.READY) {
                    each.move(ImportState.DISCARDED, "放置超过七天", clock.instant());
                }
            });
            all(id);
        }
    }

    /** Nothing of it is written. */
    void discard(Caller caller, long id) {
        long own = imports.find(id, caller).orElseThrow(() -> new NotFound("导入")).id();
        AtomicBoolean read = new AtomicBoolean();
        imports.change(own, each -> {
            if (each.state() == ImportState.APPLYING || each.state() == ImportState.DONE) {
                throw new Conflict("数据正在写入或已经写入，不能放弃");
            }
            read.set(each.state() == ImportState.READING);
            each.move(ImportState.DISCARDED, "", clock.instant());
        });
        if (!read.get()) {
            all(own);
        }
    }

    void afterDone(long id) {
        boolean left = imports.find(id)
                .filter(done -> done.count(RowVerdict.REFUSED) + done.count(RowVerdict.UNDECIDED) > 0)
                .isPresent();
        rows(id, !left);
        if (!left) {
            imports.forgetFile(id);
        }
    }

    void all(long id) {
        rows(id, true);
        imports.forgetFile(id);
    }

    /** In short transactions. */
    void rows(long id, boolean withRefused) {
        int last = staging.lastRow(id);
        for (int from = 0; from <= last && last > 0; from += ROWS_AT_ONCE) {
            staging.forget(id, from, from + ROWS_AT_ONCE, withRefused);
        }
    }
}
