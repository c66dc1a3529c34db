package org.guixue.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids come from {@link Identifiers} alone: the database makes none, and what is written names its id. */
class EveryRowHasItsIdTest {
    private static final Path SOURCES = Path.of("src/main/java/org/guixue");
    private static final Pattern SEEDED = Pattern.compile("insert into identifier select '(\\w+)'");
    private static final Pattern GENERATED =
            Pattern.compile("@GeneratedValue|generated (always|by default) as identity");
    private static final Pattern INSERT = Pattern.compile("insert into (\\w+)[\\s\"+]*(\\([\\w]+)?");

    @Test
    void noIdIsMadeByTheDatabase() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> GENERATED.matcher(read(file)).find())
                    .forEach(file -> found.add(file.toString()));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyInsertIntoATableWithIdsNamesTheId() throws IOException {
        List<String> tables = tables();
        assertFalse(tables.isEmpty());
        List<String> found = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher insert = INSERT.matcher(read(file));
                while (insert.find()) {
                    seen++;
                    if (tables.contains(insert.group(1)) && !"(id".equals(insert.group(2))) {
                        found.add(file + ": " + insert.group());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
        assertFalse(seen == 0, "inserts were looked at");
    }

    private static List<String> tables() throws IOException {
        List<String> tables = new ArrayList<>();
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path migration : migrations.toList()) {
                SEEDED.matcher(read(migration)).results().forEach(seeded -> tables.add(seeded.group(1)));
            }
        }
        return tables;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
