package org.guixue.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code src/test/resources/access-matrix.txt}: who gets which answer where. Its head says how it reads. */
record AccessMatrix(Map<String, Row> rows) {
    static final Path FILE = Path.of("src/test/resources/access-matrix.txt");
    static final List<String> ASKING = List.of("clerk", "clerk2", "township", "inspector", "bureau", "nobody");
    static final Set<String> ANSWERS = Set.of("ok", "401", "403", "404", "405", "login");

    /**
     * One route.
     *
     * @param beyond whether it is no JAX-RS method: a servlet's or the server's own
     * @param cells one for each of {@link #ASKING}; {@code in/out} where it matters, one answer where it does not
     * @param input what is sent: {@code ?query} or a body; empty for nothing
     */
    record Row(String method, String path, boolean beyond, List<String> cells, String input) {
        String name() {
            return method + " " + path;
        }

        /** Whether it asks within and without the scope. */
        boolean isScoped() {
            return cells.stream().anyMatch(cell -> cell.contains("/"));
        }

        /** What this one is to get. */
        String expected(int asking, boolean within) {
            String[] both = cells.get(asking).split("/");
            return both[within || both.length == 1 ? 0 : 1];
        }

        /** The row with other cells, as it stands in the file. */
        String with(List<String> found) {
            StringBuilder line = new StringBuilder((beyond ? "+" : "") + name());
            line.append(" ".repeat(Math.max(1, 62 - line.length())));
            found.forEach(cell -> line.append(cell).append(" ".repeat(Math.max(1, 10 - cell.length()))));
            return (line.toString().strip() + (input.isEmpty() ? "" : "  <- " + input)).strip();
        }
    }

    static AccessMatrix read() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Row row = row(line);
                if (rows.put(row.name(), row) != null) {
                    throw new IllegalArgumentException("two rows for " + row.name());
                }
            }
        }
        return new AccessMatrix(rows);
    }

    private static Row row(String line) {
        String[] parts = line.split(" <- ", 2);
        List<String> words = Arrays.asList(parts[0].strip().split("\\s+"));
        if (words.size() != 2 + ASKING.size()) {
            throw new IllegalArgumentException(
                    "expected method, path and " + ASKING.size() + " answers, found: " + line);
        }
        boolean beyond = line.startsWith("+");
        List<String> cells = words.subList(2, words.size());
        cells.stream()
                .flatMap(cell -> Arrays.stream(cell.split("/")))
                .filter(answer -> !ANSWERS.contains(answer) && !answer.equals("?"))
                .findFirst()
                .ifPresent(odd -> {
                    throw new IllegalArgumentException(
                            "expected one of " + ANSWERS + ", found " + odd + " in: " + line);
                });
        return new Row(
                beyond ? words.get(0).substring(1) : words.get(0),
                words.get(1),
                beyond,
                cells,
                parts.length == 1 ? "" : parts[1].strip());
    }

    /** One line for each route without a row, each row without a route, and each cell that nobody has decided. */
    List<String> faults(Map<String, Route> routes) {
        List<String> faults = routes.values().stream()
                .filter(route -> !rows.containsKey(route.name()))
                .map(route -> "no row for a route; paste and decide: " + AccessMatrix.draft(route))
                .collect(Collectors.toList());
        for (Row row : rows.values()) {
            if (!row.beyond() && !routes.containsKey(row.name())) {
                faults.add("no route for the row: " + row.name());
            }
            if (row.cells().stream().anyMatch(cell -> cell.contains("?"))) {
                faults.add("undecided: " + row.name() + "; AccessMatrixIT says what the answers are");
            }
        }
        return faults;
    }

    private static String draft(Route route) {
        boolean scoped = route.path().contains("{");
        List<String> cells = ASKING.stream()
                .map(asking -> asking.equals("nobody")
                        ? (route.path().startsWith("/api") ? "401" : "login")
                        : (scoped ? "?/404" : "?"))
                .toList();
        String input = route.method().equals("GET") ? "" : route.path().startsWith("/api") ? "{}" : "reason=";
        return new Row(route.method(), route.path(), false, cells, input).with(cells);
    }

    Optional<Row> of(Route route) {
        return Optional.ofNullable(rows.get(route.name()));
    }
}
