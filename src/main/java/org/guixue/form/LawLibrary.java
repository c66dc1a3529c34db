package org.guixue.form;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dated library of citations, law.json: what an article said on a given day. Where a text was compared with stands
 * beside it as {@code source}, for people. Immutable.
 */
public final class LawLibrary {
    private static final Set<String> KEYS = Set.of("id", "title", "article", "text", "from", "until", "source");

    private final List<Citation> citations;

    LawLibrary(List<Citation> citations) {
        this.citations = List.copyOf(citations);
    }

    static LawLibrary read(Path file) throws BrokenFileException {
        List<Citation> citations = new ArrayList<>();
        for (SourceJson json : SourceJson.parse(file, FormFile.bytes(file))
                .allowOnly(Set.of("citations"))
                .objects("citations")) {
            json.allowOnly(KEYS);
            citations.add(new Citation(
                    json.text("id"),
                    json.text("title"),
                    json.text("article"),
                    json.text("text"),
                    date(json, "from"),
                    json.has("until") ? Optional.of(date(json, "until")) : Optional.empty()));
        }
        return new LawLibrary(citations);
    }

    /** The version in force on that day. */
    public Optional<Citation> citation(String id, LocalDate day) {
        return citations.stream()
                .filter(citation -> citation.id().equals(id) && citation.inForceOn(day))
                .findFirst();
    }

    /** Whether some version of it has no end. */
    public boolean isInForce(String id) {
        return citations.stream()
                .anyMatch(
                        citation -> citation.id().equals(id) && citation.until().isEmpty());
    }

    static LocalDate date(SourceJson json, String key) throws BrokenFileException {
        try {
            return LocalDate.parse(json.text(key));
        } catch (DateTimeException e) {
            throw json.fault(key, "“" + key + "” 应当是 2026-03-15 这样的日期");
        }
    }
}
