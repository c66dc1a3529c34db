package org.guixue.page;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Sha256;
import org.jspecify.annotations.Nullable;

/** Answers with a file: entity tag, 304, and one byte range (RFC 9110, 14). */
public final class ByteRange {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private ByteRange() {}

    /** @param fileName the file is shown in the browser, and saved under this name */
    public static Response answer(
            byte[] file, String mediaType, String fileName, @Nullable String range, @Nullable String known) {
        String tag = '"' + Sha256.of(file).hex() + '"';
        if (known != null && known.contains(tag)) {
            return Response.notModified().header("ETag", tag).build();
        }
        Matcher wanted = ONE.matcher(range == null ? "" : range);
        if (!wanted.matches() || (wanted.group(1).isEmpty() && wanted.group(2).isEmpty())) {
            return with(Response.ok(file, mediaType), tag, fileName).build();
        }
        long from = wanted.group(1).isEmpty()
                ? Math.max(0, file.length - Long.parseLong(wanted.group(2)))
                : Long.parseLong(wanted.group(1));
        long to = wanted.group(1).isEmpty() || wanted.group(2).isEmpty()
                ? file.length - 1L
                : Math.min(file.length - 1L, Long.parseLong(wanted.group(2)));
        if (from > to) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + file.length)
                    .build();
        }
        byte[] part = Arrays.copyOfRange(file, (int) from, (int) to + 1);
        return with(Response.status(206).entity(part).type(mediaType), tag, fileName)
                .header("Content-Range", "bytes " + from + "-" + to + "/" + file.length)
                .build();
    }

    /** Answers with a picture that no browser keeps. */
    public static Response picture(byte[] png) {
        return Response.ok(png, "image/png").header("Cache-Control", "no-store").build();
    }

    private static Response.ResponseBuilder with(Response.ResponseBuilder answer, String tag, String fileName) {
        return answer.header("ETag", tag)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", disposition("inline", fileName));
    }

    /** Both spellings of a name (RFC 6266): the plain one for those who do not know the other. */
    public static String disposition(String kind, String fileName) {
        String name = fileName.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "-");
        String plain = name.replaceAll("[^\\x20-\\x7e]+", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return kind + "; filename=\"" + plain + '"' + (plain.equals(name) ? "" : "; filename*=UTF-8''" + encoded);
    }
}
