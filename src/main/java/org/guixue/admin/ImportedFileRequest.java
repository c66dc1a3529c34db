package org.guixue.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.page.Upload;

/** A workbook between its preview and its confirmation: it waits in the session of who sent it and ends with it. */
record ImportedFileRequest(String name, byte[] bytes) implements Serializable {
    /** Two thousand offices take a tenth of it. */
    static final int MOST_BYTES = 2 << 20;

    /** What is taken in: each has a place of its own. */
    enum Kind {
        OFFICES,
        ACCOUNTS;

        private String attribute() {
            return "org.guixue.import-" + name();
        }
    }

    static void keep(HttpServletRequest request, Kind kind, Upload upload) {
        request.getSession().setAttribute(kind.attribute(), new ImportedFileRequest(upload.fileName(), upload.bytes()));
    }

    static void forget(HttpServletRequest request, Kind kind) {
        request.getSession().removeAttribute(kind.attribute());
    }

    static Optional<ImportedFileRequest> kept(HttpServletRequest request, Kind kind) {
        return request.getSession().getAttribute(kind.attribute()) instanceof ImportedFileRequest file
                ? Optional.of(file)
                : Optional.empty();
    }

    /** @throws Conflict where it is gone */
    static ImportedFileRequest expect(HttpServletRequest request, Kind kind) {
        return kept(request, kind).orElseThrow(() -> new Conflict("预览已失效，请重新上传表格；什么都没有导入"));
    }
}
