package org.guixue.duty;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.page.Upload;

/** A workbook of the map between its preview and its confirmation: it waits in the session of who sent it and ends with it. */
record DutyFileRequest(String name, int year, byte[] bytes) implements Serializable {
    static final int MOST_BYTES = 4 << 20;

    private static final String KEPT = "org.guixue.duty-import";

    static void keep(HttpServletRequest request, int year, Upload upload) {
        request.getSession().setAttribute(KEPT, new DutyFileRequest(upload.fileName(), year, upload.bytes()));
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
    }

    static Optional<DutyFileRequest> kept(HttpServletRequest request) {
        return request.getSession().getAttribute(KEPT) instanceof DutyFileRequest file
                ? Optional.of(file)
                : Optional.empty();
    }

    /** @throws Conflict where it is gone */
    static DutyFileRequest expect(HttpServletRequest request) {
        return kept(request).orElseThrow(() -> new Conflict("预览已失效，请重新上传表格；没有导入任何责任人"));
    }
}
