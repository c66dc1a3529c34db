package org.guixue.page;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guixue.workbook.Listing;

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
