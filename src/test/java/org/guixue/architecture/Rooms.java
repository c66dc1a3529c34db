package org.guixue.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the house and whom each may know, as the package-infos say it. The root package is no room. */
final class Rooms {
    /** Open to all above them. */
    private static final Set<String> OPEN = Set.of("audit", "store");

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "guixue");
    private static final Pattern LINE = Pattern.compile("May know: (.*?)\\.\\s*\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");

    private final Map<String, Set<String>> lines;

    private Rooms(Map<String, Set<String>> lines) {
        this.lines = lines;
    }

    static Rooms read() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Map<String, Set<String>> lines = new TreeMap<>();
            files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> !file.getParent().equals(SOURCES))
                    .forEach(file -> lines.put(name(file), Set.of()));
            lines.replaceAll((room, none) -> line(room, lines.keySet()));
            return new Rooms(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path packageInfo) {
        return SOURCES.relativize(packageInfo.getParent()).toString().replace('/', '.');
    }

    private static Set<String> line(String room, Set<String> all) {
        Path file = SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java");
        try {
            Matcher line = LINE.matcher(Files.readString(file));
            if (!line.find()) {
                throw new AssertionError(file + " does not say whom the room may know");
            }
            return switch (line.group(1)) {
                case "nobody" -> Set.of();
                case "all" -> all;
                default ->
                    NAME.matcher(line.group(1))
                            .results()
                            .map(match -> match.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> all() {
        return lines.keySet();
    }

    /** Its line and all that those may know in turn. */
    Set<String> knownTo(String room) {
        Set<String> known = new TreeSet<>(OPEN);
        Deque<String> open = new ArrayDeque<>(lines.get(room));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!lines.containsKey(next)) {
                throw new AssertionError(room + " may know " + next + ", which is no room");
            }
            if (known.add(next)) {
                open.addAll(lines.get(next));
            }
        }
        known.remove(room);
        return known;
    }
}
