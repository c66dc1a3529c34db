package org.guixue.identity;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The options of one coded column, as the national roster system's dictionary has them. An option is written by its code
 * (01, also 1), its label (汉族) or both (01-汉族, 汉族（01）); full-width characters and every dash are accepted. A code and a
 * label that are not of one option are none. Immutable.
 */
public final class CodeList {
    private static final Pattern CODE_FIRST = Pattern.compile("([0-9]{1,3}|[A-Z]{1,3})[-_.、:：,，)]*(.+)");
    private static final Pattern CODE_LAST = Pattern.compile("(.+?)[-_.、:：,，(]*([0-9]{1,3}|[A-Z]{1,3})\\)?");

    private final Map<String, String> byCode;
    private final Map<String, String> byWord;

    private CodeList(Map<String, String> byCode, Map<String, String> byWord) {
        this.byCode = byCode;
        this.byWord = byWord;
    }

    /** @param codesAndLabels a code and its label in turn */
    public static CodeList of(String... codesAndLabels) {
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < codesAndLabels.length; i += 2) {
            codes.put(bare(codesAndLabels[i]), codesAndLabels[i + 1]);
            words.put(plain(codesAndLabels[i + 1]), codesAndLabels[i + 1]);
        }
        return new CodeList(codes, words);
    }

    /** The same with other words for a label; the label need not have a code. */
    public CodeList also(String label, String... words) {
        Map<String, String> more = new HashMap<>(byWord);
        more.putIfAbsent(plain(label), label);
        for (String word : words) {
            more.put(plain(word), label);
        }
        return new CodeList(byCode, more);
    }

    /** The label that was meant; empty where it is none of the options. */
    public Optional<String> label(String typed) {
        String text = plain(typed);
        return Optional.ofNullable(byWord.get(text))
                .or(() -> Optional.ofNullable(byCode.get(bare(text))))
                .or(() -> both(CODE_FIRST.matcher(text), 1, 2))
                .or(() -> both(CODE_LAST.matcher(text), 2, 1));
    }

    private Optional<String> both(Matcher matcher, int code, int word) {
        return matcher.matches()
                ? Optional.ofNullable(byWord.get(matcher.group(word)))
                        .filter(label -> label.equals(byCode.get(bare(matcher.group(code)))))
                : Optional.empty();
    }

    /** All labels, those with a code first, in its order. */
    public List<String> labels() {
        return Stream.concat(byCode.values().stream(), byWord.values().stream().sorted())
                .distinct()
                .toList();
    }

    /** The labels by their codes. */
    public Map<String, String> codes() {
        return Collections.unmodifiableMap(byCode);
    }

    private static String plain(String typed) {
        return Normaliser.figures(typed).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static String bare(String code) {
        return code.length() > 1 ? code.replaceFirst("^0+(?=.)", "") : code;
    }
}
