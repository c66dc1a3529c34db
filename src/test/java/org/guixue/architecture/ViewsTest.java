package org.guixue.architecture;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates, their messages, the stylesheet and the scripts owe each other. */
class ViewsTest {
    private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF/views");
    private static final Path LAYOUTS = Path.of("src/main/resources/dossier");
    private static final Path STATIC = Path.of("src/main/resources/META-INF/resources/static");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path FORMS = Path.of("forms");

    private static final int LONGEST_LINE = 160;

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:-]+)=\"([^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{([a-z]+/[a-z-]+) ::");
    private static final Pattern VIEW = Pattern.compile("\"([a-z]+/[a-z-]+)(\\.html)?\"");
    private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("\\s(?:th:)?class(?:append)?=\"([^\"]*)\"");
    private static final Pattern STRING = Pattern.compile("'([^'\n]*)'|\"([^\"\n]*)\"|`([^`]*)`");
    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final Pattern SELECTOR = Pattern.compile("\\.(-?[A-Za-z_][\\w-]*)(?=[^{}]*\\{)");
    private static final Pattern JOINED_SENTENCE =
            Pattern.compile("'[^']*\\p{IsHan}[^']*'\\s*\\+|\\+\\s*'[^']*\\p{IsHan}[^']*'");

    @Test
    void aTemplatesLinesAreShort() {
        List<String> longer = new ArrayList<>();
        Stream.concat(templates(VIEWS).stream(), templates(LAYOUTS).stream()).forEach(file -> text(file)
                .lines()
                .filter(line -> line.length() > LONGEST_LINE)
                .forEach(line -> longer.add(file + ": " + line.strip())));
        assertEquals(List.of(), longer);
    }

    @Test
    void onlyItsFragmentWritesTheTokensField() {
        assertEquals(
                List.of(VIEWS.resolve("page/csrf.html")),
                templates(VIEWS).stream()
                        .filter(file -> text(file).contains("_csrf"))
                        .toList());
    }

    @Test
    void aFormThatPostsBeginsWithTheTokensField() {
        Pattern form = Pattern.compile("<form\\b[^>]*\\bmethod=\"post\"[^>]*>\\s*(<[^>]*>)", Pattern.DOTALL);
        List<String> without = new ArrayList<>();
        for (Path file : templates(VIEWS)) {
            matches(form, text(file))
                    .filter(found -> !found.group(1).contains("~{page/csrf :: field}"))
                    .forEach(found -> without.add(file + ": " + found.group()));
        }
        assertEquals(List.of(), without);
    }

    @Test
    void sentencesAreNotPutTogetherInExpressions() {
        List<String> joined = new ArrayList<>();
        for (Path file : templates(VIEWS)) {
            matches(ATTRIBUTE, text(file))
                    .filter(attribute ->
                            JOINED_SENTENCE.matcher(attribute.group(2)).find())
                    .forEach(attribute -> joined.add(file + ": " + attribute.group()));
        }
        assertEquals(List.of(), joined);
    }

    @Test
    void theMessagesOfATemplateAreThoseThatItUses() throws IOException {
        Map<Path, Set<String>> used = new TreeMap<>();
        Map<Path, Set<String>> written = new TreeMap<>();
        for (Path file : templates(VIEWS)) {
            Path messages = file.resolveSibling(file.getFileName().toString().replace(".html", ".properties"));
            matches(MESSAGE, text(file)).forEach(found -> used.computeIfAbsent(messages, any -> new TreeSet<>())
                    .add(found.group(1)));
        }
        for (Path file : files(VIEWS, name -> name.endsWith(".properties"))) {
            Properties messages = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                messages.load(reader);
            }
            written.put(file, new TreeSet<>(messages.stringPropertyNames()));
        }
        assertFalse(used.isEmpty());
        assertEquals(used, written);
    }

    @Test
    void theTemplatesAreThoseThatPagesAndFragmentsName() {
        Set<String> there = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (Path file : templates(VIEWS)) {
            there.add(VIEWS.relativize(file).toString().replace(".html", ""));
            matches(FRAGMENT, text(file)).forEach(found -> named.add(found.group(1)));
        }
        for (Path file : files(CODE, name -> name.endsWith("Pages.java") || name.equals("ErrorPage.java"))) {
            matches(VIEW, text(file))
                    .filter(found -> found.group(2) != null || there.contains(found.group(1)))
                    .forEach(found -> named.add(found.group(1)));
        }
        assertEquals(there, named);
    }

    @Test
    void everyClassOfTheStylesheetIsSomewhere() {
        String styles = text(STATIC.resolve("guixue.css")).replaceAll("(?s)/\\*.*?\\*/", "");
        Set<String> words = classWords();
        Set<String> unused = new TreeSet<>();
        matches(SELECTOR, styles)
                .map(found -> found.group(1))
                .filter(name -> !words.contains(name))
                .filter(name -> words.stream().noneMatch(word -> word.endsWith("-") && name.startsWith(word)))
                .forEach(unused::add);
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyScriptIsAskedForByAPage() {
        String pages = templates(VIEWS).stream().map(ViewsTest::text).collect(joining());
        assertEquals(
                List.of(),
                files(STATIC, name -> name.endsWith(".js")).stream()
                        .map(file -> "/static/" + file.getFileName())
                        .filter(address -> !pages.contains(address))
                        .toList());
    }

    /** Words that may name a class: a word that ends with a dash is the beginning of one, such as {@code level-}. */
    private static Set<String> classWords() {
        Set<String> words = new HashSet<>();
        Stream.concat(templates(VIEWS).stream(), templates(FORMS).stream())
                .flatMap(file -> matches(CLASS_ATTRIBUTE, text(file)))
                .forEach(found -> addWords(found.group(1), words));
        Stream.concat(
                        files(STATIC, name -> name.endsWith(".js")).stream(),
                        files(CODE, name -> name.endsWith(".java")).stream())
                .flatMap(file -> matches(STRING, text(file)))
                .forEach(found -> addWords(found.group(), words));
        return words;
    }

    private static void addWords(String text, Set<String> words) {
        matches(WORD, text)
                .map(MatchResult::group)
                .filter(word -> !word.equals("-"))
                .forEach(words::add);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<Path> templates(Path folder) {
        List<Path> found = files(folder, name -> name.endsWith(".html"));
        assertFalse(found.isEmpty(), folder + " has no templates");
        return found;
    }

    private static List<Path> files(Path folder, Predicate<String> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
