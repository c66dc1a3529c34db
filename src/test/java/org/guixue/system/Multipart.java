package org.guixue.system;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bodies of {@code multipart/form-data}. */
final class Multipart {
    private Multipart() {}

    static byte[] file(String boundary, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(text("\r\n--" + boundary + "--\r\n"));
        return body.toByteArray();
    }

    /** @param fields {@code name=value} joined by {@code &}, as they are */
    static byte[] fields(String boundary, String fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields.split("&")) {
            String[] both = field.split("=", 2);
            body.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(both[0]);
            body.append("\"\r\n\r\n").append(both.length == 1 ? "" : both[1]).append("\r\n");
        }
        return text(body.append("--").append(boundary).append("--\r\n").toString());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
