package org.guixue.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.Case;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormCheck;
import org.guixue.form.FormId;
import org.guixue.form.FormSample;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerCheck;
import org.guixue.form.PackagedForms;
import org.guixue.form.SheetFacts;
import org.guixue.house.Workshop;
import org.guixue.office.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every packaged ledger is computed from what is on record, and its sheet takes what comes out. */
class PackagedLedgersTest {
    @RegisterExtension
    final Workshop workshop = new Workshop();

    @Test
    void eachIsComputedAndFitsItsSheet() {
        LedgerTable at = new LedgerTable(workshop);
        Case away = at.away(at.school);
        at.persuade(away, at.school);
        for (Ledger ledger : workshop.county().forms().ledgers()) {
            if (ledger.rows().of().equals("differences")) {
                continue;
            }
            Office office = ledger.levels().contains(OfficeKind.SCHOOL) ? at.school : at.township;
            Reported asked = at.desk.reported(office, Reporting.of(ledger.period(), workshop.today()));
            ReadLedger read = new ReadLedger(
                    ledger,
                    asked,
                    at.computing.whole(ledger, asked, at.desk.line(ledger), at.computing.read(asked)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    0,
                    workshop.today());
            Map<String, Object> values = LedgerValues.of(read, "林晓芳", workshop.today());
            assertEquals(
                    List.of(),
                    FormCheck.check(ledger.paper(), FormCheck.normalise(ledger.paper(), values), workshop.today()),
                    ledger.id().toString());
            String paper = workshop.county()
                    .forms()
                    .sheet(ledger.paper())
                    .forPaper(values, SheetFacts.draft(office.name(), workshop.today()));
            assertTrue(paper.contains(office.name()) && !paper.contains("data-field"), ledger.id() + paper);
        }
    }

    /** Rows, the empty ones, the sum and what stands below keep apart; the printed sample says the same. */
    @Test
    void eachBecomesAWorkbook() throws IOException {
        FormCatalog forms = FormCatalog.load(List.of(PackagedForms.root()));
        for (Ledger ledger : forms.ledgers()) {
            FormSample sample =
                    FormSample.read(forms.folder(ledger.id()).orElseThrow().resolve("sample.json"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new LedgerWorkbook(ledger, forms.sheet(ledger.paper()), sample.values(), sample.facts()).writeTo(out);
            String said = text(out.toByteArray());
            assertTrue(said.contains(sample.issuerName()), ledger.id() + said);
            assertTrue(ledger.rows().per().isEmpty() || said.contains("\n合计"), ledger.id() + said);
            assertTrue(!sample.values().containsKey("missing") || said.contains("\n尚未报送的单位："), ledger.id() + said);
        }
    }

    private static String text(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .collect(Collectors.joining(" ")))
                    .map(String::strip)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** 人账相符: 附件1-1 is the sum of 附件1-2, the monthly figures those of the names. */
    @Test
    void whatMustAgreeAgreesWhereNobodyErred() {
        LedgerTable at = new LedgerTable(workshop);
        at.away(at.school);
        at.away(at.other);
        for (Ledger ledger : workshop.county().forms().ledgers()) {
            for (LedgerCheck check : ledger.checks()) {
                assertEquals(
                        figure(at, check.ledger(), check.there()),
                        figure(at, ledger.id(), check.here()),
                        ledger.id() + " " + check.here());
            }
        }
    }

    private int figure(LedgerTable at, FormId id, String figure) {
        Ledger ledger = at.ledger(id);
        Reported asked = at.desk.reported(at.township, Reporting.of(ledger.period(), workshop.today()));
        Content content = at.computing.whole(ledger, asked, at.desk.line(ledger), at.computing.read(asked));
        return content.figure(figure).intValue();
    }
}
