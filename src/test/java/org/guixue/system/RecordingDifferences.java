package org.guixue.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What answers otherwise than was recorded, on purpose: {@code src/test/resources/recording-differences.txt}. Its head says
 * how it reads. A difference that no answer shows is a fault as well.
 */
final class RecordingDifferences {
    static final Path FILE = Path.of("src/test/resources/recording-differences.txt");

    /** Lines that follow one another in the answers to some requests, and what stands there now. */
    private record Difference(List<String> requests, List<String> before, List<String> after, List<Integer> uses) {}

    private final List<Difference> differences = new ArrayList<>();

    static RecordingDifferences read() throws IOException {
        RecordingDifferences read = new RecordingDifferences();
        List<String> requests = List.of();
        String reason = "none";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("@ ")) {
                requests = reason.isEmpty() ? requests : new ArrayList<>();
                requests.add(line.substring(2).strip());
                reason = "";
            } else if (line.startsWith("reason: ")) {
                reason = line.substring(8).strip();
                read.differences.add(new Difference(requests, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (reason.isEmpty()) {
                    throw new IllegalArgumentException("a difference without its reason: " + line);
                }
                read.add(line.charAt(0), line.substring(1));
            }
        }
        return read;
    }

    private void add(char kind, String line) {
        Difference last = differences.get(differences.size() - 1);
        if (" -".indexOf(kind) >= 0) {
            last.before.add(line);
        }
        if (" +".indexOf(kind) >= 0) {
            last.after.add(line);
        }
    }

    /** The recorded answer as it is to be now. */
    List<String> applied(String request, List<String> recorded) {
        List<String> lines = new ArrayList<>(recorded);
        for (Difference each : differences) {
            if (each.requests.contains("all") || each.requests.contains(request)) {
                int at = Collections.indexOfSubList(lines, each.before);
                while (at >= 0) {
                    each.uses.add(at);
                    List<String> place = lines.subList(at, at + each.before.size());
                    place.clear();
                    place.addAll(each.after);
                    int further = at + each.after.size();
                    int next = Collections.indexOfSubList(lines.subList(further, lines.size()), each.before);
                    at = next < 0 || each.before.isEmpty() ? -1 : further + next;
                }
            }
        }
        return lines;
    }

    Stream<String> unused() {
        return differences.stream()
                .filter(each -> each.uses.isEmpty())
                .map(each -> "no answer shows the difference @ " + each.requests + " " + each.before);
    }

    /** Differences as the file takes them, all but the reason; empty where there is none. */
    static List<String> between(String request, List<String> expected, List<String> found) {
        int[][] common = new int[expected.size() + 1][found.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = found.size() - 1; j >= 0; j--) {
                common[i][j] = expected.get(i).equals(found.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        boolean open = false;
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < found.size()) {
            boolean same =
                    i < expected.size() && j < found.size() && expected.get(i).equals(found.get(j));
            if (!same && !open) {
                lines.addAll(List.of("@ " + request, "reason: "));
                if (i > 0) {
                    lines.add(" " + expected.get(i - 1));
                }
            }
            open = !same;
            if (same) {
                i++;
                j++;
            } else if (j == found.size() || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + expected.get(i++));
            } else {
                lines.add("+" + found.get(j++));
            }
        }
        return lines;
    }
}
