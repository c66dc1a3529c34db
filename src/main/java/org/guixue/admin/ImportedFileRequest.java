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

    private static final String KEPT = "org.guixue.offices-import";

    static void keep(HttpServletRequest request, Upload upload) {
        request.getSession().setAttribute(KEPT, new ImportedFileRequest(upload.fileName(), upload.bytes()));
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
    }

    static Optional<ImportedFileRequest> kept(HttpServletRequest request) {
        return request.getSession().getAttribute(KEPT) instanceof ImportedFileRequest file
                ? Optional.of(file)
                : Optional.empty();
    }

    /** @throws Conflict where it is gone */
    static ImportedFileRequest expect(HttpServletRequest request) {
        return kept(request).orElseThrow(() -> new Conflict("预览已失效，请重新上传表格；没有导入任何单位"));
    }
}
