package org.guixue.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.guixue.Sha256;

/**
 * One line of a register: JSON with its keys in a fixed order, without spaces, ended by one line feed.
 *
 * @param n 1 for the first line
 * @param previous SHA-256 of the line before, its line feed included
 */
public record RegisterLine(long n, Sha256 previous, Instant at, ArchivalNumber number, Event event) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public RegisterLine {
        if (event.facts().containsKey("file")) {
            new Sha256(event.facts().getOrDefault("sha256", "nothing"));
        }
        if (event.facts().containsKey("record")) {
            new Sha256(event.facts().get("record"));
        }
    }

    /** The files that the line vouches for, by their place within the bag. */
    Map<String, Sha256> files() {
        Map<String, Sha256> files = new TreeMap<>();
        if (event.facts().containsKey("file")) {
            files.put(event.facts().get("file"), new Sha256(event.facts().get("sha256")));
        }
        if (event.facts().containsKey("record")) {
            files.put(number.record(), new Sha256(event.facts().get("record")));
        }
        return files;
    }

    /** Reads a line that {@link #text} wrote; any other byte sequence is refused, even if it means the same. */
    static RegisterLine parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Map<String, String> facts = new TreeMap<>();
            json.path("facts")
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            RegisterLine line = new RegisterLine(
                    json.path("n").asLong(),
                    new Sha256(json.path("previous").asText()),
                    Instant.parse(json.path("at").asText()),
                    ArchivalNumber.parse(json.path("number").asText()),
                    new Event(
                            Act.parse(json.path("act").asText()),
                            json.path("actor").asLong(),
                            facts));
            if (line.text().equals(text)) {
                return line;
            }
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a register line: " + text, e);
        }
        throw new IllegalArgumentException("not a register line as it was written: " + text);
    }

    /** The line as it stands in its register, byte for byte, without its line feed. */
    public String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("n", n);
        json.put("previous", previous.hex());
        json.put("at", at.toString());
        json.put("act", event.act().json());
        json.put("number", number.toString());
        json.put("actor", event.actor());
        event.facts().forEach(json.putObject("facts")::put);
        return json.toString();
    }

    /** What the next line names as the line before it. */
    public Sha256 digest() {
        return digest(text());
    }

    static Sha256 digest(String text) {
        return Sha256.of((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String mark(ArchivalNumber number) {
        return "\"number\":\"" + number + "\"";
    }
}
