package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;

/** A paper that was issued within the year. */
record YearPaper(long id, String serial, String archivalNumber, String sha256) {
    static YearPaper of(JsonNode shown) {
        return new YearPaper(
                shown.get("id").asLong(),
                shown.get("serial").asText(),
                shown.get("archivalNumber").asText(),
                shown.get("sha256").asText());
    }
}
