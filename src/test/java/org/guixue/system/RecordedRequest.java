package org.guixue.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code src/test/resources/recording-requests.txt}: who asks what. Its head says how it reads.
 *
 * @param body what is sent; empty for nothing
 * @param kept what the answer gives to later lines: name to where it stands in that answer
 */
record RecordedRequest(
        String line, String username, String method, String path, String body, Map<String, String> kept) {
    static final Path FILE = Path.of("src/test/resources/recording-requests.txt");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]\\w*)}");
    private static final Pattern LINE =
            Pattern.compile("(\\w+) (GET|POST|PUT) (\\S+)(?: <- (.*?))?(?: => (\\w+) (\\S+))?");

    static List<RecordedRequest> all() throws IOException {
        List<RecordedRequest> all = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                all.add(of(line.strip()));
            }
        }
        return all;
    }

    private static RecordedRequest of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected who, method, path <- body => name pointer, found: " + line);
        }
        return new RecordedRequest(
                line,
                parts.group(1),
                parts.group(2),
                parts.group(3),
                parts.group(4) == null ? "" : parts.group(4),
                parts.group(5) == null ? Map.of() : Map.of(parts.group(5), parts.group(6)));
    }

    static String filled(String text, Map<String, String> known) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = known.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no earlier answer gave " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Whether it asks that route, before anything is filled in. */
    boolean asks(String routeMethod, String routePath) {
        String pattern = Pattern.quote(routePath).replaceAll("\\{\\w+}", "\\\\E[^/?]+\\\\Q");
        return method.equals(routeMethod) && path.replaceFirst("[?#].*", "").matches(pattern);
    }
}
