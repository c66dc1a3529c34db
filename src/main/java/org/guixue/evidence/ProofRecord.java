package org.guixue.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.FileType;
import org.guixue.person.Student;

/**
 * What lies beside a piece of evidence in the archive and says what is known of it: enough to rebuild its catalogue row.
 * Whom it is about is said by id, without a name. {@code guixue-evidence-1} is read for ever; another member means
 * {@code guixue-evidence-2}.
 *
 * @param id in the database that it came from
 * @param handedInBy id of the account
 * @param officeCode administrative code of the office that it is filed for
 */
record ProofRecord(
        long id,
        ArchivalNumber archivalNumber,
        FileType type,
        long bytes,
        Sha256 sha256,
        Instant handedInAt,
        long handedInBy,
        String officeCode,
        Optional<About> about,
        boolean sensitive) {
    private static final String SCHEMA = "guixue-evidence-1";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A child.
     *
     * @param mark digest by which another child that has got this id since is told apart
     */
    record About(long student, String mark) {
        static About of(Student child) {
            String who = child.id() + "|" + child.name() + "|" + child.bornOn();
            return new About(child.id(), Sha256.of(who).hex().substring(0, 16));
        }
    }

    byte[] json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("id", id);
        json.put("archivalNumber", archivalNumber.toString());
        json.put("mediaType", type.mediaType());
        json.put("bytes", bytes);
        json.put("sha256", sha256.hex());
        json.put("handedInAt", handedInAt.toString());
        json.put("handedInBy", handedInBy);
        json.put("office", officeCode);
        about.ifPresent(
                child -> json.putObject("about").put("student", child.student()).put("mark", child.mark()));
        json.put("access", sensitive ? "sensitive" : "ordinary");
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is known of evidence can be written", e);
        }
    }

    /** @throws IllegalArgumentException where {@link #json} has not written it */
    static ProofRecord read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (!json.path("schema").asText().equals(SCHEMA)) {
                throw new IllegalArgumentException("expected the schema " + SCHEMA + ", found "
                        + json.path("schema").asText());
            }
            return new ProofRecord(
                    json.path("id").asLong(),
                    ArchivalNumber.parse(json.path("archivalNumber").asText()),
                    type(json.path("mediaType").asText()),
                    json.path("bytes").asLong(),
                    new Sha256(json.path("sha256").asText()),
                    Instant.parse(json.path("handedInAt").asText()),
                    json.path("handedInBy").asLong(),
                    json.path("office").asText(),
                    Optional.of(json.path("about"))
                            .filter(JsonNode::isObject)
                            .map(child -> new About(
                                    child.path("student").asLong(),
                                    child.path("mark").asText())),
                    json.path("access").asText().equals("sensitive"));
        } catch (IOException e) {
            throw new IllegalArgumentException("expected what is known of evidence as JSON", e);
        }
    }

    private static FileType type(String mediaType) {
        for (FileType type : FileType.values()) {
            if (type.mediaType().equals(mediaType)) {
                return type;
            }
        }
        throw new IllegalArgumentException("expected the media type of a PDF, JPEG or PNG, found " + mediaType);
    }
}
