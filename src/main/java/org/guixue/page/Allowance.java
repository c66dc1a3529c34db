package org.guixue.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much one request may bring, before any of it is looked at.
 *
 * @param parts of a {@code multipart/form-data}
 */
record Allowance(long bytes, int parts) {
    /** A little more than JSON may have, whose reader says so in its own words. */
    private static final Allowance TEXT = new Allowance((2 << 20) + (64 << 10), 0);

    /** A file of 32 MB, the largest that is taken anywhere alone, what names it and the token. */
    private static final Allowance FILE = new Allowance((32 << 20) + (64 << 10), 16);

    /** A sheet with its pictures. */
    private static final Allowance SHEET = new Allowance(64 << 20, 1_500);

    /** A sheet that meets an ended session goes on there, without its files. */
    private static final Allowance RESUMED = new Allowance(FILE.bytes, SHEET.parts);

    /** A pile of scanned sheets: one file of 300 MB or 200 pictures. */
    private static final Allowance PILE = new Allowance((300L << 20) + (1 << 20), 400);

    private static final Pattern PILES = Pattern.compile("/(api/)?scans");

    private static final Pattern SHEETS = Pattern.compile("/(api/)?drafts/\\d+");

    static Allowance of(HttpServletRequest request) {
        if (!isMultipart(request)) {
            return TEXT;
        }
        String path = Csrf.path(request);
        if (path.equals("/login/resume")) {
            return RESUMED;
        }
        if (PILES.matcher(path).matches()) {
            return PILE;
        }
        return SHEETS.matcher(path).matches() ? SHEET : FILE;
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    String tooLarge() {
        return "内容超过%dMB，没有收下；请减小或分几次提交".formatted(bytes >> 20);
    }
}
