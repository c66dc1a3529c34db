package org.guixue.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each request was answered by the last version with migration V11, before the house was re-cut:
 * {@code src/test/resources/recording.txt}.
 */
final class Recording {
    static final Path FILE = Path.of("src/test/resources/recording.txt");

    private Recording() {}

    /** Where these answers are others, in the words of {@link RecordingDifferences}. */
    static List<String> faults(Map<String, List<String>> found) throws IOException {
        Map<String, List<String>> recorded = read();
        RecordingDifferences differences = RecordingDifferences.read();
        List<String> faults = new ArrayList<>();
        found.forEach((request, lines) -> {
            List<String> expected = differences.applied(request, recorded.getOrDefault(request, List.of()));
            faults.addAll(RecordingDifferences.between(request, expected, lines));
        });
        recorded.keySet().stream()
                .filter(request -> !found.containsKey(request))
                .forEach(request -> faults.add("recorded and no longer asked: " + request));
        differences.unused().forEach(faults::add);
        return faults;
    }

    static void write(Map<String, List<String>> found) throws IOException {
        List<String> lines = new ArrayList<>();
        found.forEach((request, answer) -> {
            lines.add("> " + request);
            answer.forEach(line -> lines.add("  " + line));
        });
        Files.write(FILE, lines);
    }

    private static Map<String, List<String>> read() throws IOException {
        Map<String, List<String>> recorded = new LinkedHashMap<>();
        List<String> answer = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("> ")) {
                answer = new ArrayList<>();
                recorded.put(line.substring(2), answer);
            } else {
                answer.add(line.substring(2));
            }
        }
        return recorded;
    }
}
