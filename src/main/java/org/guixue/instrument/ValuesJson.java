package org.guixue.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Field values as JSON bytes: in the order of the map, UTF-8, without white space, so that equal values give equal bytes.
 * They stay a map, also in what the API answers: each form names its own fields, and a version of it that comes later
 * names others, so that no class could be written for them.
 */
public final class ValuesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ValuesJson() {}

    public static byte[] write(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, Object> read(byte[] json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
