package org.guixue.search;

import com.github.houbb.pinyin.constant.PinyinConst;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the characters of names are read: all readings of each character without tones, and for surnames the reading that
 * they have as a surname. ü is {@code v}, and also {@code u} and {@code yu}, as keyboards and passports write it.
 *
 * <p>Immutable once loaded. Source: the character table of houbb/pinyin (41,000 characters) and {@link Surnames}.
 */
final class NamePinyin {
    private static final Map<String, List<String>> READINGS = load();
    private static final NavigableSet<String> SYLLABLES = syllables();

    private NamePinyin() {}

    /** All readings of a character, the likeliest in a name first; empty for one that nobody has read to us. */
    static List<String> readings(String character) {
        return READINGS.getOrDefault(character, List.of());
    }

    static boolean isSyllable(String letters) {
        return SYLLABLES.contains(letters);
    }

    /** All syllables that begin so: {@code zho} may become {@code zhou} or {@code zhong}. */
    static Set<String> syllablesFrom(String letters) {
        return SYLLABLES.subSet(letters, letters + Character.MAX_VALUE);
    }

    /** What the item of a name is found by: itself, its readings and {@code ^} with their initials. */
    static Set<String> tokens(Folded.Item item) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add(item.token());
        tokens.add(asWritten(item));
        Collection<String> readings = item.single() ? readings(item.written()) : List.of(item.token());
        for (String reading : readings) {
            tokens.add(reading);
            tokens.add("^" + reading.charAt(0));
            if (reading.matches("[zcs]h.+")) {
                tokens.add("^" + reading.substring(0, 2));
            }
        }
        return tokens;
    }

    /** The token of the very form that is written, which outranks the other forms of the character. */
    static String asWritten(Folded.Item item) {
        return "=" + item.written();
    }

    /** Orders names as a Chinese class list does: by the sound of the surname, then of the given name, then by character. */
    static String sortKey(String name) {
        List<Folded.Item> items = Folded.closed(name);
        List<String> sounds = new ArrayList<>(Surnames.compound(name));
        for (Folded.Item item : items.subList(Math.min(sounds.size(), items.size()), items.size())) {
            List<String> readings = readings(item.written());
            sounds.add(readings.isEmpty() ? item.written() : readings.get(0));
        }
        return String.join(" ", sounds) + "\t" + name;
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> readings = new HashMap<>();
        try (InputStream table = Objects.requireNonNull(
                        PinyinConst.class.getResourceAsStream(PinyinConst.PINYIN_DICT_CHAR_SYSTEM));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    String character = line.substring(0, colon);
                    readings.put(character, plain(character, line.substring(colon + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Surnames.characters().forEach(character -> readings.putIfAbsent(character, plain(character, "")));
        return readings;
    }

    private static List<String> plain(String character, String toned) {
        Set<String> plain = new LinkedHashSet<>(Surnames.readings(character));
        for (String reading : toned.split(",")) {
            String letters = letters(reading);
            if (letters.isEmpty()) {
                continue;
            }
            plain.add(letters);
            if (letters.contains("v")) {
                plain.add(letters.replace('v', 'u'));
                plain.add(letters.replace("v", "yu"));
            }
        }
        return List.copyOf(plain);
    }

    /** A syllable's bare letters: tones gone, ü as v, lower case. */
    static String letters(String toned) {
        return Normalizer.normalize(toned, Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replace("U\u0308", "v")
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static NavigableSet<String> syllables() {
        NavigableSet<String> all = new TreeSet<>();
        READINGS.values().forEach(all::addAll);
        all.removeIf(syllable -> syllable.matches("[^aeiouv]+|[iuv]"));
        return all;
    }
}
