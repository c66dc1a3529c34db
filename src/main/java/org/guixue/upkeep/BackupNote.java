package org.guixue.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What {@code deploy/backup} wrote into {@code <home>/backup.json} when it ended.
 *
 * @param verified when the copy was verified; empty where it was not
 * @param to where the copy lies
 */
record BackupNote(Instant ended, Optional<Instant> verified, String to, long bytes, boolean ok, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException where it is no such note */
    static BackupNote parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new BackupNote(
                    instant(json.path("ended").asText()),
                    Optional.of(json.path("verified").asText(""))
                            .filter(said -> !said.isEmpty() && !said.equals("null"))
                            .map(BackupNote::instant),
                    json.path("to").asText(""),
                    json.path("bytes").asLong(),
                    json.path("result").asText().equals("ok"),
                    json.path("message").asText(""));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("expected the note of a backup", e);
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
