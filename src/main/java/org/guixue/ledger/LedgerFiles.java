package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.form.FormCatalog;
import org.guixue.form.Ledger;
import org.guixue.form.Sheet;
import org.guixue.form.SheetFacts;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.Reading;
import org.guixue.instrument.issuing.PaperMaking;
import org.guixue.rendering.Mark;

/**
 * The files of a ledger that leave the house: its workbook, and its paper: the sealed one where it was submitted and nothing has
 * changed, a preview that is marked as one otherwise. Numbers of persons stand in part unless a reason is given.
 */
@ApplicationScoped
public class LedgerFiles {
    private static final int LONGEST_REASON = 200;

    private final FormCatalog forms;
    private final PaperMaking papers;
    private final Reading reading;
    private final ListingTrail trail;
    private final Clock clock;

    @Inject
    public LedgerFiles(FormCatalog forms, PaperMaking papers, Reading reading, ListingTrail trail, Clock clock) {
        this.forms = forms;
        this.papers = papers;
        this.reading = reading;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws ValuesRefused for a reason that is none */
    static Optional<String> reason(Optional<String> given) {
        given.filter(text -> text.isBlank() || text.length() > LONGEST_REASON).ifPresent(text -> {
            throw new ValuesRefused("reveal", "请写明查看完整证件号码的理由，最多200个字");
        });
        return given;
    }

    /** What of it the caller reads; the act is in the trail when it returns. */
    Content shown(Caller caller, ReadLedger read, Optional<String> reason, boolean leaves) {
        String kind = "台账：" + read.ledger().title();
        Map<String, String> filter = Map.of(
                "period", read.asked().period().name(),
                "office", read.asked().office().name());
        if (leaves || reason.isPresent()) {
            trail.exportedListing(caller, kind, filter, read.content().count(), reason.orElse(""));
        } else {
            trail.searched(
                    caller, kind, read.asked().period().name(), read.content().count());
        }
        return new Shown(read.ledger(), caller, reason.isPresent()).content(read.content());
    }

    byte[] workbook(Caller caller, ReadLedger read, Optional<String> reason) {
        Map<String, Object> values = values(caller, read, shown(caller, read, reason, true));
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            new LedgerWorkbook(read.ledger(), sheet(read.ledger()), values, facts(read)).writeTo(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sheet sheet(Ledger ledger) {
        return forms.sheet(ledger.paper());
    }

    private SheetFacts facts(ReadLedger read) {
        return read.latest()
                .filter(paper -> read.differences().isEmpty())
                .map(paper -> SheetFacts.issued(
                        paper.serial(),
                        paper.issuedOn(),
                        paper.archivalNumber().toString(),
                        paper.issuer().name()))
                .orElseGet(() -> SheetFacts.draft(read.asked().office().name(), LocalDate.now(clock)));
    }

    private Map<String, Object> values(Caller caller, ReadLedger read, Content shown) {
        Map<String, Object> values =
                new LinkedHashMap<>(LedgerValues.of(read, caller.displayName(), LocalDate.now(clock)));
        if (read.differences().isEmpty()) {
            values.remove("corrects");
            values.remove("changes");
        }
        values.put(Ledger.ROWS, shown.rows());
        return values;
    }

    /** What it would look like if it were submitted now; never numbered, sealed or stored. */
    byte[] preview(Caller caller, ReadLedger read, Optional<String> reason) {
        if (read.content().count() > SubmittingLedgers.MOST_ROWS) {
            throw new TooLarge("共%d行，超过一份文书的%d行；请导出工作簿".formatted(read.content().count(), SubmittingLedgers.MOST_ROWS));
        }
        Map<String, Object> values = values(caller, read, shown(caller, read, reason, true));
        return papers.marked(
                        read.ledger().paper(),
                        read.asked().office(),
                        sheet(read.ledger()).forPaper(values, facts(read)),
                        values,
                        Mark.PREVIEW)
                .pdf();
    }

    /** The sealed paper of what was submitted last. */
    byte[] sealed(Caller caller, Instrument paper) {
        return reading.pdf(caller, reading.sealed(caller, paper.id()));
    }

    /** @throws NotFound where nothing was submitted */
    static Instrument submitted(ReadLedger read) {
        return read.latest().orElseThrow(() -> new NotFound("报送件（该期间尚未报送）"));
    }

    static String fileName(ReadLedger read, String ending) {
        return "%s-%s-%s.%s"
                .formatted(
                        read.ledger().title(),
                        read.asked().office().name(),
                        read.asked().period().label(),
                        ending);
    }
}
