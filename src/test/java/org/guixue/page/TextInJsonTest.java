package org.guixue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.guixue.ValuesRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code "name": true} was once a child called true. */
class TextInJsonTest {
    record Body(
            @Nullable String name,
            @Nullable List<String> names,
            @Nullable Map<String, String> words,
            @Nullable Long student,
            @Nullable Boolean late) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": true}|name",
                "{\"name\": 360702201503151234}|name",
                "{\"name\": 1.5}|name",
                "{\"name\": 13900000002}|name",
                "{\"name\": {}}|name",
                "{\"names\": [\"林晓芳\", true]}|names[1]",
                "{\"names\": [\"林晓芳\", 7]}|names[1]",
                "{\"words\": {\"place\": false}}|words.place"
            })
    void whatIsNoTextIsRefusedByItsField(String json, String field) {
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> read(json));
        assertEquals(field, refused.violations().get(0).field());
        assertTrue(
                refused.violations().get(0).message().contains("应为文字，请加引号"),
                refused.violations().toString());
    }

    @Test
    void textsNumbersAndTruthsAreReadAsWhatTheyAre() throws IOException {
        assertEquals(
                new Body("林晓芳", List.of("a"), Map.of("b", "c"), 7L, true),
                read("{\"name\":\"林晓芳\",\"names\":[\"a\"],\"words\":{\"b\":\"c\"},\"student\":7,\"late\":true}"));
    }

    @Test
    void aMemberThatIsNotThereIsAnsweredWithThoseThatAre() {
        ValuesRefused refused = assertThrows(ValuesRefused.class, () -> read("{\"nome\": \"x\"}"));
        assertTrue(
                refused.violations().get(0).message().contains("可以写的有：late、name、names、student、words"),
                refused.violations().toString());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object read(String json) throws IOException {
        return new JsonBody()
                .readFrom(
                        (Class) Body.class,
                        Body.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
