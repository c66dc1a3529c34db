package org.guixue.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a text: by its mark, else the first of UTF-8 and GB18030 in which every byte has a meaning. No text has control characters.
 */
final class CsvText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final byte[] content;
    private final Charset charset;
    private final int markBytes;

    private CsvText(byte[] content, Charset charset, int markBytes) {
        this.content = content;
        this.charset = charset;
        this.markBytes = markBytes;
    }

    /** Empty where the bytes are no text in any of these. */
    static Optional<CsvText> of(byte[] content) throws IOException {
        CsvText text;
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            text = new CsvText(content, StandardCharsets.UTF_8, 3);
        } else if (starts(content, 0xFF, 0xFE)) {
            text = new CsvText(content, StandardCharsets.UTF_16LE, 2);
        } else if (starts(content, 0xFE, 0xFF)) {
            text = new CsvText(content, StandardCharsets.UTF_16BE, 2);
        } else {
            CsvText utf8 = new CsvText(content, StandardCharsets.UTF_8, 0);
            text = utf8.isText() ? utf8 : new CsvText(content, GB18030, 0);
        }
        return text.isText() ? Optional.of(text) : Optional.empty();
    }

    Charset charset() {
        return charset;
    }

    Reader reader() {
        return readerWith("");
    }

    /** The text and something after it. */
    Reader readerWith(String end) {
        return new InputStreamReader(
                new SequenceInputStream(
                        new ByteArrayInputStream(content, markBytes, content.length - markBytes),
                        new ByteArrayInputStream(end.getBytes(charset))),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean isText() throws IOException {
        char[] buffer = new char[16 * 1024];
        try (Reader reader = reader()) {
            for (int got = reader.read(buffer); got >= 0; got = reader.read(buffer)) {
                for (int i = 0; i < got; i++) {
                    if (buffer[i] < ' ' && !Character.isWhitespace(buffer[i])) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException notThisOne) {
            return false;
        }
    }

    private static boolean starts(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
