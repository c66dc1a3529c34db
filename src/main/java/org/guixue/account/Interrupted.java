package org.guixue.account;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.TooLarge;
import org.guixue.page.Csrf;

/**
 * A form that was posted when its session had ended: its texts, in their order, which the sign-in page hands back to the
 * browser so that they go on afterwards. Nothing is kept here. Files are read past and only named; passwords are left out.
 */
record Interrupted(boolean multipart, List<Field> fields, List<String> files) {
    /** What the sign-in page adds of its own begins with this. */
    static final String OURS = "signin.";

    private static final int MOST_TEXT = 512 * 1024;
    private static final int MOST_FIELDS = 4000;
    private static final int MOST_BYTES = 64 << 20;
    private static final Set<String> UNKEPT = Set.of(Csrf.FIELD, "password", "present", "wanted", "again");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,\\s]{1,70})");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename=\"([^\"]*)\"");

    /** One text of the form. */
    public record Field(String name, String value) {}

    Interrupted {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /**
     * Reads the body of a posted form.
     *
     * @throws TooLarge where its texts are longer than any form of ours can be
     */
    static Interrupted read(InputStream body, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        return contentType.startsWith("multipart/form-data") && boundary.find()
                ? parts(body, boundary.group(1))
                : pairs(body);
    }

    /** The texts that go on to the form's own address. */
    List<Field> kept() {
        return fields.stream()
                .filter(field -> !UNKEPT.contains(field.name()) && !field.name().startsWith(OURS))
                .toList();
    }

    /** What the sign-in page, or the token, says under that name. */
    Optional<String> text(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    private static Interrupted pairs(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_TEXT + 1);
        List<Field> fields = new ArrayList<>();
        for (String pair : new String(within(bytes), StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && fields.size() < MOST_FIELDS) {
                fields.add(new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return new Interrupted(false, fields, List.of());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Interrupted parts(InputStream body, String boundary) throws IOException {
        InputStream in = new BufferedInputStream(new SequenceInputStream(
                new ByteArrayInputStream("\r\n".getBytes(StandardCharsets.US_ASCII)), new Bounded(body)));
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
        List<Field> fields = new ArrayList<>();
        List<String> files = new ArrayList<>();
        int left = MOST_TEXT;
        upTo(in, delimiter, 0);
        for (String head = head(in); !head.isEmpty() && fields.size() < MOST_FIELDS; head = head(in)) {
            Matcher file = FILE.matcher(head);
            Matcher name = NAME.matcher(head);
            boolean isFile = file.find();
            byte[] content = upTo(in, delimiter, isFile ? 0 : left + 1);
            if (isFile && !file.group(1).isEmpty()) {
                files.add(file.group(1));
            } else if (!isFile && name.find()) {
                left -= content.length;
                within(content, left);
                fields.add(new Field(name.group(1).replace("%22", "\""), new String(content, StandardCharsets.UTF_8)));
            }
        }
        return new Interrupted(true, fields, files);
    }

    /** The lines before a part's content; empty after the last part. */
    private static String head(InputStream in) throws IOException {
        byte[] lineEnd = {'\r', '\n'};
        StringBuilder head = new StringBuilder();
        String rest = new String(upTo(in, lineEnd, 64), StandardCharsets.UTF_8);
        if (rest.startsWith("--")) {
            return "";
        }
        for (int lines = 0; lines < 16; lines++) {
            String line = new String(upTo(in, lineEnd, 4096), StandardCharsets.UTF_8);
            if (line.isEmpty()) {
                break;
            }
            head.append('\n').append(line);
        }
        return head.toString();
    }

    /** Reads past the mark; returns what came before it, no more than {@code most} bytes. A mark has its first byte only once. */
    private static byte[] upTo(InputStream in, byte[] mark, int most) throws IOException {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == mark[matched]) {
                matched++;
                if (matched == mark.length) {
                    break;
                }
                continue;
            }
            for (int i = 0; i < matched && before.size() < most; i++) {
                before.write(mark[i]);
            }
            matched = next == mark[0] ? 1 : 0;
            if (matched == 0 && before.size() < most) {
                before.write(next);
            }
        }
        return before.toByteArray();
    }

    private static byte[] within(byte[] text) {
        within(text, MOST_TEXT - text.length);
        return text;
    }

    private static void within(byte[] text, int left) {
        if (left < 0) {
            throw new TooLarge("提交的内容太长（读到%d字节），没有收下，请返回上一页分次提交".formatted(text.length));
        }
    }

    /** Ends where no form of ours goes on. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = left <= 0 ? -1 : super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
