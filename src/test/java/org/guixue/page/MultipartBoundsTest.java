package org.guixue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.guixue.Refused;
import org.guixue.TooLarge;
import org.junit.jupiter.api.Test;

class MultipartBoundsTest {
    private static final String TYPE = "multipart/form-data; boundary=\"--a--ab\"";

    @Test
    void takesAsManyPartsAsAreAllowed() throws IOException {
        new MultipartBounds(TYPE, 3).check(body("a", "b", "c"));
    }

    @Test
    void refusesOnePartMore() {
        assertThrows(TooLarge.class, () -> new MultipartBounds(TYPE, 3).check(body("a", "b", "c", "d")));
    }

    @Test
    void refusesHeadersThatNoNameNeeds() {
        assertThrows(TooLarge.class, () -> new MultipartBounds(TYPE, 3).check(body("n".repeat(5_000))));
    }

    @Test
    void refusesAPartWhoseHeadersDoNotEnd() {
        assertThrows(TooLarge.class, () -> new MultipartBounds(TYPE, 3).check(stream("----a--ab\r\nContent-")));
    }

    @Test
    void findsTheDelimiterAfterWhatLooksLikeItsBeginning() {
        String text = "----a----a--ab\r\n\r\n----a--ab\r\n\r\n";
        assertThrows(TooLarge.class, () -> new MultipartBounds(TYPE, 1).check(stream(text)));
    }

    @Test
    void refusesATypeThatNamesNoBoundary() {
        Refused refused = assertThrows(Refused.class, () -> new MultipartBounds("multipart/form-data", 3));
        assertEquals(Refused.Reason.MALFORMED, refused.reason());
    }

    private static ByteArrayInputStream body(String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append("----a--ab\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\nx-\r\n");
        }
        return stream(text + "----a--ab--\r\n");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
