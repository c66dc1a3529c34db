package org.guixue.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Simplified, traditional and variant forms of one character are one for the search: 劉 is found as 刘, 锺 as 钟. Immutable
 * once loaded. Source: OpenCC's table of characters.
 */
final class OneCharacter {
    private static final Map<Integer, Integer> FORMS = load();

    private OneCharacter() {}

    /** The form that stands for all of them. */
    static int of(int character) {
        return FORMS.getOrDefault(character, character);
    }

    private static Map<Integer, Integer> load() {
        Map<Integer, Integer> forms = new HashMap<>();
        try (InputStream table =
                        Objects.requireNonNull(OneCharacter.class.getResourceAsStream("/search/one-character.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int[] all = line.codePoints().toArray();
                    for (int i = 1; i < all.length; i++) {
                        forms.put(all[i], all[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(forms);
    }
}
