package org.guixue.scan.reading;

/**
 * A page of a pile of which no whole picture can be made; the others are not touched by it. The message is a Chinese sentence:
 * what is wrong with it, and the way out.
 */
public final class UnfitPage extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        DAMAGED,
        /** A way of coding pictures that cannot be read here. */
        CODING,
        /** It would need more memory or time than a page is given. */
        TOO_LARGE
    }

    private final Reason reason;

    UnfitPage(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static UnfitPage damaged() {
        return new UnfitPage(Reason.DAMAGED, "已损坏，不能读出完整的画面，请重新扫描或拍摄这一页");
    }

    static UnfitPage coded(String how) {
        return new UnfitPage(
                Reason.CODING, "的图像采用了%s，本系统不能读取，请在扫描仪上改用JPEG压缩（不选“高压缩PDF”）重新扫描，或把这一页另存为JPEG后上传".formatted(how));
    }

    static UnfitPage tooLarge(String what) {
        return new UnfitPage(Reason.TOO_LARGE, what + "，超过系统所能处理的大小，请用200或300 dpi重新扫描这一页");
    }

    /** @param which the file and the page, which the sentence begins with */
    UnfitPage of(String which) {
        UnfitPage named = new UnfitPage(reason, which + getMessage());
        named.initCause(this);
        return named;
    }
}
