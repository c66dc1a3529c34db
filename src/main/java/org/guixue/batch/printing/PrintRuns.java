package org.guixue.batch.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.PaperTrail;
import org.guixue.form.FieldText;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Printings;
import org.guixue.instrument.Reading;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.rendering.About;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.Layouts;
import org.guixue.rendering.Paper;
import org.guixue.rendering.PrintRun;
import org.guixue.rendering.Renderer;
import org.guixue.store.Transactions;

/**
 * Puts sealed papers together for the printer. What may not be printed is refused before anything is on record; a damaged file
 * keeps back its own paper alone, which the list in front names. The trail and the count of printings have it before a byte
 * leaves.
 */
@ApplicationScoped
public class PrintRuns {
    private final Transactions transactions;
    private final Printings printings;
    private final Reading reading;
    private final Offices offices;
    private final PaperTrail trail;
    private final Renderer renderer;
    private final Fonts fonts;
    private final Clock clock;

    @Inject
    public PrintRuns(
            Transactions transactions,
            Printings printings,
            Reading reading,
            Offices offices,
            PaperTrail trail,
            Renderer renderer,
            Fonts fonts,
            Clock clock) {
        this.transactions = transactions;
        this.printings = printings;
        this.reading = reading;
        this.offices = offices;
        this.trail = trail;
        this.renderer = renderer;
        this.fonts = fonts;
        this.clock = clock;
    }

    /**
     * A run that may leave.
     *
     * @param missing papers whose files are damaged, in words
     * @param before how often each was printed before
     */
    record Run(PrintWish wish, List<Instrument> papers, List<String> missing, Map<Long, Long> before, Office office) {}

    /**
     * Records it.
     *
     * @throws NotFound for a paper out of scope
     * @throws Forbidden for one that only holders of the grant may open
     * @throws Conflict for one that is void or not sealed yet
     */
    Run begin(Caller caller, PrintWish wish) {
        List<Instrument> papers = transactions.run(() -> sorted(caller, wish));
        List<Instrument> sound = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Instrument paper : papers) {
            if (isSound(paper)) {
                sound.add(paper);
            } else {
                missing.add("%s《%s》：归档文件损坏，请管理员从备份恢复".formatted(paper.serial(), paper.title()));
            }
        }
        List<Long> ids = sound.stream().map(Instrument::id).toList();
        Map<Long, Long> before = printings.counts(ids);
        printings.note(caller, UUID.randomUUID().toString(), ids);
        Map<Long, Long> children = new LinkedHashMap<>();
        sound.forEach(paper -> children.put(paper.id(), paper.childId()));
        trail.printedAll(caller, children);
        return new Run(
                wish, sound, missing, before, offices.find(caller.office()).orElseThrow());
    }

    private List<Instrument> sorted(Caller caller, PrintWish wish) {
        List<Instrument> papers = new ArrayList<>();
        for (long id : wish.instruments()) {
            Instrument known = reading.instrument(caller, id);
            if (!known.sealed()) {
                throw new Conflict("%s还在盖章归档，请稍候再打印".formatted(known.serial()));
            }
            Instrument paper = reading.sealed(caller, id);
            if (paper.state() == InstrumentState.VOID) {
                throw new Conflict("%s已作废，不能打印，请从所选里去掉".formatted(paper.serial()));
            }
            papers.add(paper);
        }
        papers.sort(wish.order().comparator());
        return papers;
    }

    private boolean isSound(Instrument paper) {
        try {
            reading.file(paper);
            return true;
        } catch (Conflict e) {
            return false;
        }
    }

    /** Writes the file; the stream stays the caller's. */
    void write(Run run, OutputStream out) {
        PrintRun file = new PrintRun(fonts, out, run.wish().duplex());
        if (run.wish().cover() || !run.missing().isEmpty()) {
            file.add(cover(run), "");
        }
        List<String> copies =
                run.wish().copies().isEmpty() ? List.of("") : run.wish().copies();
        for (Instrument paper : run.papers()) {
            byte[] sealed = reading.file(paper);
            for (int n = 0; n < copies.size(); n++) {
                file.add(sealed, head(run, paper, copies, n));
            }
        }
        file.end();
    }

    private static String head(Run run, Instrument paper, List<String> copies, int n) {
        List<String> words = new ArrayList<>();
        if (!copies.get(n).isEmpty()) {
            words.add("一式%d份之%d　%s".formatted(copies.size(), n + 1, copies.get(n)));
        }
        Optional.ofNullable(run.before().get(paper.id()))
                .ifPresent(times -> words.add("补打（第%d次）".formatted(times + 1)));
        return String.join("　", words);
    }

    private byte[] cover(Run run) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("office", fonts.drawable(run.office().name()));
        facts.put("day", FieldText.date(LocalDate.now(clock)));
        facts.put("order", run.wish().order().label());
        facts.put("count", run.papers().size());
        facts.put("rows", run.papers().stream().map(this::row).toList());
        facts.put("missing", run.missing().stream().map(fonts::drawable).toList());
        About about = new About("文书送达清单", run.office().name(), "", clock.instant());
        return renderer.render(Paper.of(Layouts.fill("batch/cover", facts), about))
                .pdf();
    }

    private Map<String, Object> row(Instrument paper) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("serial", fonts.drawable(paper.serial()));
        row.put("title", fonts.drawable(paper.title()));
        row.put(
                "name",
                fonts.drawable(
                        paper.student().map(Student::name).orElse(paper.issuer().name())));
        row.put(
                "schoolClass",
                fonts.drawable(paper.student()
                        .map(child -> child.grade() + child.schoolClass())
                        .orElse("")));
        row.put(
                "residence",
                fonts.drawable(paper.student().map(Student::residence).orElse("")));
        return row;
    }
}
