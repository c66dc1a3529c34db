package org.guixue.page;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.SheetWriter;
import org.guixue.workbook.WorkbookWriter;

/** Answers with an .xlsx for download, written as it leaves. Not to be returned by a controller, which would take it for a view. */
public final class WorkbookAnswer {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private WorkbookAnswer() {}

    /** Writes the whole of it; the stream stays the caller's. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Response of(Listing listing) {
        return of(listing.fileName(), listing::writeTo);
    }

    /**
     * An empty workbook to be filled in, with a second sheet that says how.
     *
     * @param explanations of each column: its name, and how it is filled in
     */
    public static Response template(String fileName, SheetLayout sheet, List<List<String>> explanations) {
        return of(fileName, out -> {
            try (WorkbookWriter workbook = new WorkbookWriter(out)) {
                workbook.sheet(sheet);
                SheetWriter help = workbook.sheet(new SheetLayout(
                        "填写说明", "填写说明", "", List.of(SheetColumn.text("列", 18), SheetColumn.text("怎么填", 100))));
                for (List<String> row : explanations) {
                    help.row(row);
                }
            }
        });
    }

    /** @param fileName in any script, with .xlsx */
    public static Response of(String fileName, Body body) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        StreamingOutput written = body::writeTo;
        return Response.ok(written, MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"export.xlsx\"; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "no-store")
                .build();
    }
}
