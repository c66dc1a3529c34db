package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.guixue.form.FormCatalog;
import org.guixue.instrument.PrintedSheet;
import org.guixue.instrument.issuing.Enclosures;
import org.guixue.rendering.Attachment;

/** A submitted ledger carries its workbook inside. */
@ApplicationScoped
public class LedgerEnclosure implements Enclosures {
    private final FormCatalog forms;

    @Inject
    public LedgerEnclosure(FormCatalog forms) {
        this.forms = forms;
    }

    @Override
    public List<Attachment> of(PrintedSheet printed) {
        return printed.form().isLedger()
                ? List.of(new Attachment(
                        "ledger.xlsx",
                        LedgerWorkbook.MEDIA_TYPE,
                        Attachment.Relationship.DATA,
                        "台账工作簿",
                        workbook(printed)))
                : List.of();
    }

    private byte[] workbook(PrintedSheet printed) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            new LedgerWorkbook(forms.ledgerOf(printed.form()), printed.sheet(), printed.values(), printed.facts())
                    .writeTo(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
