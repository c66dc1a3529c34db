package org.guixue.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A first pass over the bytes of an XML part, so that the parser meets nothing that could hurt: no document type (hence no entities), no tag
 * larger than {@link Limits#TAG_BYTES}, no deeper nesting than {@link Limits#DEPTH}, no other encoding than UTF-8. Names the tags on its way.
 *
 * <p>The parsers' own limits count elements and entities, but hold a name or an attribute of any length in memory.
 */
final class XmlScan {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] COMMENT_END = {'-', '-', '>'};
    private static final byte[] CDATA_END = {']', ']', '>'};

    private final Consumer<Tag> onTag;
    private final byte[] tag = new byte[Limits.TAG_BYTES];
    private int length;
    private int depth;
    private byte quote;
    private State state = State.TEXT;

    private enum State {
        TEXT,
        TAG,
        COMMENT,
        CDATA
    }

    /** What stands between &lt; and &gt;; valid only during the call. */
    static final class Tag {
        private final byte[] bytes;
        private final int length;

        Tag(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        /** Whether this opens an element of that name, whatever its prefix. */
        boolean opens(String name) {
            int start = 0;
            int end = 0;
            while (end < length && bytes[end] > ' ' && bytes[end] != '/') {
                start = bytes[end++] == ':' ? end : start;
            }
            if (end - start != name.length()) {
                return false;
            }
            for (int i = 0; i < name.length(); i++) {
                if (bytes[start + i] != name.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private XmlScan(Consumer<Tag> onTag) {
        this.onTag = onTag;
    }

    /** Reads all and closes. */
    static void of(InputStream part, Consumer<Tag> onTag) throws IOException {
        try (part) {
            XmlScan scan = new XmlScan(onTag);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int got = part.read(buffer); got >= 0; got = part.read(buffer)) {
                scan.feed(buffer, got);
            }
        }
    }

    private void feed(byte[] buffer, int got) {
        for (int i = 0; i < got; i++) {
            byte each = buffer[i];
            if (each == 0) {
                throw WorkbookRefusals.damaged("内部编码不是 UTF-8");
            }
            if (state == State.TEXT) {
                if (each == '<') {
                    state = State.TAG;
                    length = 0;
                    quote = 0;
                }
            } else {
                inMarkup(each);
            }
        }
    }

    private void inMarkup(byte each) {
        switch (state) {
            case TAG -> inTag(each);
            case COMMENT -> until(COMMENT_END, each);
            case CDATA -> until(CDATA_END, each);
            case TEXT -> throw new IllegalStateException();
        }
    }

    private void inTag(byte each) {
        if (quote == 0 && each == '>') {
            state = State.TEXT;
            closeTag();
            return;
        }
        if (length == tag.length) {
            throw WorkbookRefusals.damaged("内部标记过长");
        }
        tag[length++] = each;
        if (quote != 0) {
            quote = each == quote ? 0 : quote;
        } else if (each == '"' || each == '\'') {
            quote = each;
        } else if (tag[0] == '!') {
            declaration();
        }
    }

    private void declaration() {
        if (length == 3 && startsWith("!--")) {
            state = State.COMMENT;
            length = 0;
        } else if (length == 8 && startsWith("![CDATA[")) {
            state = State.CDATA;
            length = 0;
        } else if (length == 8) {
            throw WorkbookRefusals.damaged("含有不允许的文档类型声明");
        }
    }

    private boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (tag[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the last three bytes to see the end. */
    private void until(byte[] end, byte each) {
        tag[0] = tag[1];
        tag[1] = tag[2];
        tag[2] = each;
        length = Math.min(3, length + 1);
        if (length == 3 && Arrays.equals(tag, 0, 3, end, 0, 3)) {
            state = State.TEXT;
        }
    }

    private void closeTag() {
        if (length == 0 || tag[0] == '?') {
            return;
        }
        if (tag[0] == '!') {
            throw WorkbookRefusals.damaged("含有不允许的声明");
        }
        if (tag[0] == '/') {
            depth--;
            return;
        }
        if (tag[length - 1] != '/' && ++depth > Limits.DEPTH) {
            throw WorkbookRefusals.damaged("内部层次过深");
        }
        onTag.accept(new Tag(tag, length));
    }
}
