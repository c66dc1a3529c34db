package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.Refused;
import org.guixue.Sha256;
import org.guixue.Unavailable;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.Written;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.office.Offices;
import org.guixue.page.Upload;
import org.guixue.roster.RosterReading.Next;
import org.guixue.workbook.ErrorWorkbook;

/**
 * Takes workbooks in, one after the other: reading fills the preview, confirming writes. One import works at a time; the
 * others stand in line. What goes wrong is said on the import and leaves the roster as it was.
 */
@ApplicationScoped
public class Importing {
    private static final Logger LOG = Logger.getLogger(Importing.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 3;
    private static final int MOST_IN_LINE = 5;

    private final Semaphore turn = new Semaphore(1, true);

    private final RosterImports imports;
    private final Offices offices;
    private final RowRefusals refusals;
    private final RosterReading reading;
    private final Applying applying;
    private final Clearing clearing;
    private final Event<Written> written;
    private final Clock clock;

    @Inject
    public Importing(
            RosterImports imports,
            Offices offices,
            RowRefusals refusals,
            RosterReading reading,
            Applying applying,
            Clearing clearing,
            Event<Written> written,
            Clock clock) {
        this.imports = imports;
        this.offices = offices;
        this.refusals = refusals;
        this.reading = reading;
        this.applying = applying;
        this.clearing = clearing;
        this.written = written;
        this.clock = clock;
    }

    /**
     * Takes a file in; it is read as soon as it is its turn.
     *
     * @param school whose children those are whose rows name none; empty for the caller's own, or for none
     */
    public RosterImport begin(Caller caller, Upload upload, OptionalLong school) {
        refuseInspector(caller);
        if (imports.open(caller.office()).size() >= MOST_IN_LINE) {
            throw new Conflict("本单位已有%d份名册在排队导入，请等它们完成后再上传".formatted(MOST_IN_LINE));
        }
        return imports.add(of(caller, upload).ofSchool(meant(caller, school)), upload.bytes());
    }

    private OptionalLong meant(Caller caller, OptionalLong school) {
        if (school.isPresent()
                && offices.find(school.getAsLong())
                        .filter(each -> each.kind() == OfficeKind.SCHOOL
                                && !each.closed()
                                && caller.scope().includes(each.path()))
                        .isEmpty()) {
            throw new ValuesRefused("school", "没有这所学校，或者不在您的工作范围内，请重新选择");
        }
        return school;
    }

    static void refuseInspector(Caller caller) {
        if (caller.role() == Role.INSPECTOR) {
            throw new Forbidden("督导账号只能查阅，不能导入名册");
        }
    }

    private RosterImport of(Caller caller, Upload upload) {
        return new RosterImport(caller, upload.fileName(), Sha256.of(upload.bytes()), clock.instant());
    }

    /** Keeps a file whose caller waits for {@link #now}. */
    public long arrive(Caller caller, Upload upload, OptionalLong school) {
        refuseInspector(caller);
        RosterImport arrived = of(caller, upload).ofSchool(meant(caller, school));
        arrived.move(ImportState.READING, "", clock.instant());
        return imports.add(arrived, upload.bytes()).id();
    }

    /** Reads a file that has arrived and, unless it is a dry run, writes it, while the caller waits. */
    public RosterImport now(long id, boolean dryRun, boolean partial) {
        await(id);
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                RosterImport read =
                        reading.read(id, judged -> !dryRun && mayApply(judged, partial) ? Next.APPLYING : Next.READY);
                if (read.state() != ImportState.APPLYING) {
                    return read;
                }
                if (apply(id)) {
                    return imports.find(id).orElseThrow();
                }
            }
            reading.read(id, judged -> Next.READY);
            throw new RosterMoved();
        } finally {
            turn.release();
        }
    }

    private void await(long id) {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw givenUp(id, "前面还有名册正在导入，没有写入任何数据，请过几分钟再提交");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(id, "服务正在停止，没有写入任何数据，请稍后再提交");
        }
    }

    private Unavailable givenUp(long id, String why) {
        imports.change(id, each -> each.move(ImportState.DISCARDED, why, clock.instant()));
        clearing.all(id);
        return new Unavailable(why);
    }

    static boolean mayApply(RosterImport judged, boolean partial) {
        return partial || judged.count(RowVerdict.REFUSED) + judged.count(RowVerdict.UNDECIDED) == 0;
    }

    /** Does what waits, in its order; comes back at once where somebody else is at it. */
    public void round() {
        while (turn.tryAcquire()) {
            try {
                Optional<RosterImport> next = imports.in(List.of(ImportState.CONFIRMED, ImportState.WAITING)).stream()
                        .findFirst();
                if (next.isEmpty()) {
                    return;
                }
                attend(next.get());
            } finally {
                turn.release();
            }
        }
    }

    private void attend(RosterImport next) {
        try {
            if (next.state() == ImportState.CONFIRMED) {
                writeAsPromised(next);
            } else {
                reading.read(next.id(), judged -> Next.READY);
            }
        } catch (Refused e) {
            LOG.log(Level.FINE, "the import has said so itself", e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "import " + next.id() + " failed; nothing was written", e);
            fail(next.id(), "系统出了问题，请再试一次；如果再次出现，请把导入编号%d告诉管理员".formatted(next.id()));
        }
    }

    /** Writes only what the preview showed: where judging again finds more against the rows, it is shown once more. */
    private void writeAsPromised(RosterImport promised) {
        int refused = promised.count(RowVerdict.REFUSED);
        int undecided = promised.count(RowVerdict.UNDECIDED);
        RosterImport read = reading.read(promised.id(), judged -> {
            boolean worse =
                    judged.count(RowVerdict.REFUSED) > refused || judged.count(RowVerdict.UNDECIDED) > undecided;
            return worse || !mayApply(judged, judged.partial())
                    ? new Next(ImportState.READY, "名册在您核对之后有变动，或还有要决定的行，请再看一遍后确认")
                    : Next.APPLYING;
        });
        if (read.state() == ImportState.APPLYING && !apply(read.id())) {
            reading.read(read.id(), judged -> new Next(ImportState.READY, "名册在您核对之后有变动，请再看一遍后确认"));
        }
    }

    /** Whether an import that is APPLYING was written; otherwise the roster has moved since it was read. */
    private boolean apply(long id) {
        try {
            applying.apply(id);
        } catch (RosterMoved e) {
            return false;
        } catch (RuntimeException e) {
            fail(id, "写入时出了问题，请再试一次");
            throw e;
        }
        try {
            written.fire(new Written());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the index is behind; what was imported is safe and will be indexed", e);
        }
        clearing.afterDone(id);
        return true;
    }

    private void fail(long id, String why) {
        imports.change(id, each -> each.move(ImportState.FAILED, why, clock.instant()));
    }

    /** Judges the rows once more, as after a decision; where the preview stands. */
    void judgeAnew(long id) {
        imports.change(id, each -> each.move(ImportState.WAITING, "", clock.instant()));
    }

    /** The workbook with a column of reasons, its refused and undecided rows alone. */
    byte[] errors(RosterImport of) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ErrorWorkbook.write(
                    RosterReading.table(imports.file(of.id())),
                    refusals.sentences(of.id()),
                    ErrorWorkbook.Which.REFUSED,
                    bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a refusal says of the file. */
    static String words(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().stream()
                        .map(Violation::message)
                        .reduce((a, b) -> a + " " + b)
                        .orElse("")
                : String.valueOf(refusal.getMessage());
    }
}
