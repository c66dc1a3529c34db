package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guixue.TooLarge;
import org.junit.jupiter.api.Test;

/** A form that was posted without a session is read whole, and read past its files. */
class InterruptedTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=----line";

    @Test
    void keepsEveryTextInItsOrderButNoPasswordAndNoToken() throws IOException {
        Interrupted posted =
                read(FORM, "_csrf=aa&name=%E7%8E%8B&note=a%0D%0Ab&note=&password=x&signin.username=clerk&bad=%zz");
        assertEquals(
                List.of(field("name", "王"), field("note", "a\r\nb"), field("note", ""), field("bad", "%zz")),
                posted.kept());
        assertEquals("clerk", posted.text("signin.username").orElseThrow());
        assertEquals("aa", posted.text("_csrf").orElseThrow());
    }

    @Test
    void readsPastFilesAndNamesThem() throws IOException {
        String body = part("_csrf", "aa")
                + part("talk", "第一行\r\n------lin 第二行\r\r\n")
                + "------line\r\nContent-Disposition: form-data; name=\"photos.upload\"; filename=\"家访.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n" + "\u0000\r\n--".repeat(200_000) + "\r\n"
                + "------line\r\nContent-Disposition: form-data; name=\"other.upload\"; filename=\"\"\r\n\r\n\r\n"
                + part("act", "save") + "------line--\r\n";
        Interrupted posted = read(PARTS, body);
        assertEquals(List.of(field("talk", "第一行\r\n------lin 第二行\r\r\n"), field("act", "save")), posted.kept());
        assertEquals(List.of("家访.jpg"), posted.files());
    }

    @Test
    void endsWhereTheBodyEnds() throws IOException {
        assertEquals(List.of(field("a", "b")), read(PARTS, part("a", "b")).kept());
        assertEquals(List.of(), read(PARTS, "").kept());
        assertEquals(List.of(), read(PARTS, "nothing of the kind").kept());
        assertEquals(List.of(), read(FORM, "").kept());
    }

    @Test
    void refusesMoreThanAnyFormHas() {
        assertThrows(TooLarge.class, () -> read(FORM, "a=" + "x".repeat(600_000)));
        assertThrows(TooLarge.class, () -> read(PARTS, part("a", "x".repeat(600_000)) + "------line--\r\n"));
    }

    private static String part(String name, String value) {
        return "------line\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Interrupted.Field field(String name, String value) {
        return new Interrupted.Field(name, value);
    }

    private static Interrupted read(String type, String body) throws IOException {
        return Interrupted.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type);
    }
}
