package org.guixue.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as it leaves and enters this house, for tests that hold answers against literal text. */
public final class Wire {
    private static final ObjectMapper MAPPER = Json.shared();

    private Wire() {}

    public static String of(Object answer) throws JsonProcessingException {
        return MAPPER.writeValueAsString(answer);
    }

    public static <T> T read(Class<T> body, String json) throws JsonProcessingException {
        return MAPPER.readValue(json, body);
    }
}
