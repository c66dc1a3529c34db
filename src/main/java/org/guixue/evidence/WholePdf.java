package org.guixue.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a file that begins as a PDF also ends as one and can be read by anybody (ISO 32000-1, 7.5). Looks for the marks of
 * its ends and parses nothing of what a stranger has put between them.
 */
final class WholePdf {
    private static final int HEAD = 1024;
    private static final int TAIL = 2048;
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF\\s*\\z");
    private static final Pattern TABLE = Pattern.compile("\\A\\s{0,2}(xref\\b|\\d{1,10}\\s+\\d{1,5}\\s+obj\\b)");
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\s*(\\d{1,10}\\s+\\d{1,5}\\s+R\\b|<<)");

    private WholePdf() {}

    static boolean isPdf(byte[] file) {
        return header(file) >= 0;
    }

    /** What is wrong with it, in Chinese; empty where it is whole. */
    static Optional<String> fault(byte[] file) {
        Matcher end = END.matcher(text(file, Math.max(0, file.length - TAIL), file.length));
        if (!end.find()) {
            return Optional.of("不完整（缺少PDF的结尾），可能没有传完或已损坏，请重新导出或扫描后上传");
        }
        long table = Long.parseLong(end.group(1));
        if (!isTable(file, table) && !isTable(file, table + header(file))) {
            return Optional.of("已损坏（PDF的目录不在它所说的位置），请重新导出或扫描后上传");
        }
        return LOCKED.matcher(text(file, 0, file.length)).find()
                ? Optional.of("设有密码，多年以后无法打开，请去掉密码后再上传")
                : Optional.empty();
    }

    private static boolean isTable(byte[] file, long at) {
        return at < file.length
                && TABLE.matcher(text(file, (int) at, (int) Math.min(file.length, at + 40)))
                        .find();
    }

    /** Where it begins; some scanners write a few bytes before. */
    private static int header(byte[] file) {
        return text(file, 0, Math.min(HEAD, file.length)).indexOf("%PDF-");
    }

    /** Zeros at the end of a file are as good as spaces. */
    private static String text(byte[] file, int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1).replace('\0', ' ');
    }
}
