package org.guixue.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complete set of values that lies beside a form: sample.json or edge.json.
 *
 * @param issuedOn the day on which it would be issued; its dates are not after it
 * @param about words for the reader on what the subject is
 * @param values photos are names of files in the form's folder
 */
public record FormSample(
        LocalDate issuedOn, String serial, String issuerName, String about, Map<String, Object> values) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public FormSample {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads one.
     *
     * @throws UncheckedIOException if the file is missing or no JSON
     */
    public static FormSample read(Path file) {
        try {
            Map<String, Object> json = MAPPER.readValue(Files.readAllBytes(file), new TypeReference<>() {});
            return new FormSample(
                    LocalDate.parse(text(json, "issuedOn")),
                    text(json, "serial"),
                    text(json, "issuerName"),
                    text(json, "about"),
                    MAPPER.convertValue(json.get("values"), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the sheet of this sample shows of the instrument itself. */
    public SheetFacts facts() {
        return SheetFacts.issued(serial, issuedOn, "", issuerName);
    }

    private static String text(Map<String, Object> json, String key) {
        return String.valueOf(json.get(key));
    }
}
