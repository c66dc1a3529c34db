package org.guixue.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is seen in the sources alone. */
class SourcesTest {
    private static final Rooms ROOMS = Rooms.read();

    private static final int MOST_LINES = 300;

    /** Asked of the database by name: {@code from Student s}, {@code join s.school}. */
    private static final Pattern QUERIED = Pattern.compile("\\b(?:from|update|insert into) ([A-Z][A-Za-z]+)\\b");

    /** A query is text, so no import shows whom it knows. */
    @Test
    void queriesNameOnlyEntitiesOfRoomsThatTheirOwnRoomMayKnow() throws IOException {
        Map<String, String> rooms = new TreeMap<>();
        BuiltHouse.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity"))
                .forEach(type -> rooms.put(type.getSimpleName(), room(type.getPackageName())));
        List<String> strangers = new ArrayList<>();
        for (Path file : sources()) {
            String room = room(file.getParent().toString().replace('/', '.').replaceFirst("^src\\.main\\.java\\.", ""));
            if (room.isEmpty()) {
                continue;
            }
            QUERIED.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(entity -> {
                        String other = rooms.getOrDefault(entity, room);
                        if (!other.equals(room) && !ROOMS.knownTo(room).contains(other)) {
                            strangers.add(file + " asks for " + entity + " of " + other);
                        }
                    });
        }
        assertEquals(List.of(), strangers);
    }

    @Test
    void noSimpleNameStandsTwiceInTheHouse() throws IOException {
        Map<String, Long> names = sources().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), names);
    }

    @Test
    void noClassIsLongerThan300Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > MOST_LINES) {
                    tooLong.add(file + ": " + count);
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static String room(String packageName) {
        return packageName.startsWith(BuiltHouse.PACKAGE) ? packageName.substring(BuiltHouse.PACKAGE.length()) : "";
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
