package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A paper is opened once, whatever its page fetches, and saved under the name that people look for. */
class OneOpeningIT extends SystemIT {
    @Test
    void isOneLineOfTheTrailForThePageItsValuesAndItsPicture() {
        Client clerk = new Client(at("/"), "clerk");
        JsonNode paper = clerk.get("/api/search?kind=HOME_VISIT&size=1")
                .expect(200)
                .json()
                .get("items")
                .get(0);
        long id = paper.get("id").asLong();
        Visitor visitor = new Visitor(at("/")).signIn("clerk", PASSWORD);
        long before = readings(id);
        assertEquals(200, visitor.get("/instruments/" + id).statusCode());
        assertEquals(200, visitor.download("/instruments/" + id + "/page/1.png").statusCode());
        assertEquals(before + 1, readings(id));
        HttpResponse<byte[]> file = visitor.download("/instruments/" + id + "/pdf");
        String saved = URLDecoder.decode(
                file.headers().firstValue("Content-Disposition").orElseThrow(), StandardCharsets.UTF_8);
        String name = paper.at("/student/name").asText();
        assertTrue(saved.contains("filename*=UTF-8''" + name + "-"), saved);
        assertTrue(saved.endsWith("-" + paper.get("serial").asText() + ".pdf"), saved);
    }

    private long readings(long id) {
        JsonNode events = new Client(at("/"), "bureau")
                .get("/api/audit?kind=instrument&size=200&id=" + id)
                .expect(200)
                .json()
                .get("items");
        long count = 0;
        for (JsonNode event : events) {
            count += event.get("act").asText().equals("READ_INSTRUMENT") ? 1 : 0;
        }
        return count;
    }
}
