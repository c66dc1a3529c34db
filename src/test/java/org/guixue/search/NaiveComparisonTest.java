package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guixue.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand random records, searched by the index and by looking at every one. */
class NaiveComparisonTest {
    private static final int RECORDS = 10_000;
    private static final String CHARACTERS = "张李王三四小学东山镇村家访返劝读龘〇𬸦";
    private static final List<String> MARKS = List.of("，", "。", "\n", "　", "");
    private static final Map<String, List<String>> SOUNDS = new TreeMap<>(Map.of(
            "张",
            List.of("zhang"),
            "李",
            List.of("li"),
            "王",
            List.of("wang", "yu"),
            "三",
            List.of("san"),
            "四",
            List.of("si"),
            "小",
            List.of("xiao"),
            "学",
            List.of("xue"),
            "单",
            List.of("shan", "dan", "chan")));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<RecordEntry> records = new ArrayList<>();

    @Test
    void findsWhatLookingAtEveryRecordFinds(@TempDir Path folder) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            for (int i = 1; i <= RECORDS; i++) {
                RecordEntry record = Records.of(i, name(), text(12), text(2));
                records.add(record);
                index.put(record, i);
            }
            index.refresh();
            for (int i = 0; i < 150; i++) {
                List<String> terms = terms();
                Scope scope = List.of(Records.COUNTY, Records.EAST_ONLY, Records.SOUTH_ONLY)
                        .get(random.nextInt(3));
                boolean sensitive = random.nextBoolean();
                String q = String.join(" ", terms);
                Set<Long> expected = records.stream()
                        .filter(record -> record.visibleTo().contains(scope.office()))
                        .filter(record -> terms.stream().allMatch(term -> matches(record, term, sensitive)))
                        .map(RecordEntry::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                SearchResult found = index.search(SearchQuery.of(q), scope, sensitive);
                String where = q + " in " + scope + ", sensitive " + sensitive + ", seed " + seed;
                assertEquals(expected.size(), found.total(), where);
                if (expected.size() <= 1000) {
                    assertEquals(expected, all(index, q, scope, sensitive), where);
                }
                assertEquals(
                        expected.size(),
                        found.facets().school().stream()
                                .mapToLong(SearchResult.Facet::count)
                                .sum(),
                        where);
            }
        }
    }

    private static boolean matches(RecordEntry record, String term, boolean sensitive) {
        if (term.matches("[a-z]+")) {
            return soundsLike(record.studentName(), term);
        }
        return plain(record.studentName()).contains(term)
                || plain(record.text()).contains(term)
                || plain(record.title()).contains(term)
                || plain(record.kind()).contains(term)
                || plain(record.school().orElseThrow().name()).contains(term)
                || plain(record.township().orElseThrow().name()).contains(term)
                || plain(record.serial()).replace("〔2026〕", "").contains(term)
                || (sensitive && plain(record.sensitiveText()).contains(term));
    }

    private static String plain(String text) {
        return text.replace("　", "");
    }

    /** Tries each stretch of the name, as whole syllables or as initials. */
    private static boolean soundsLike(String name, String letters) {
        int[] characters = name.codePoints().toArray();
        for (int from = 0; from < characters.length; from++) {
            if (spells(characters, from, letters, false) || spells(characters, from, letters, true)) {
                return true;
            }
        }
        return false;
    }

    private static boolean spells(int[] characters, int at, String letters, boolean initials) {
        if (letters.isEmpty()) {
            return true;
        }
        if (at == characters.length) {
            return false;
        }
        for (String sound : SOUNDS.getOrDefault(Character.toString(characters[at]), List.of())) {
            String written = initials ? sound.substring(0, 1) : sound;
            if (letters.startsWith(written)
                    && spells(characters, at + 1, letters.substring(written.length()), initials)) {
                return true;
            }
        }
        return false;
    }

    private Set<Long> all(SearchIndex index, String q, Scope scope, boolean sensitive) {
        Set<Long> ids = new TreeSet<>();
        for (int page = 1; ; page++) {
            List<SearchResult.Item> items =
                    index.search(page(q, page), scope, sensitive).items();
            items.forEach(item -> ids.add(item.id()));
            if (items.size() < SearchQuery.LARGEST_PAGE) {
                return ids;
            }
        }
    }

    private static SearchQuery page(String q, int page) {
        return Records.page(q, Optional.empty(), SearchQuery.Order.RELEVANCE, page, SearchQuery.LARGEST_PAGE);
    }

    private List<String> terms() {
        List<String> terms = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            terms.add(random.nextInt(3) == 0 ? pinyin() : characters(CHARACTERS, random.nextInt(1, 4)));
        }
        return terms;
    }

    private String pinyin() {
        List<String> sounds = SOUNDS.values().stream().flatMap(List::stream).toList();
        boolean initials = random.nextBoolean();
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            String sound = sounds.get(random.nextInt(sounds.size()));
            letters.append(initials ? sound.substring(0, 1) : sound);
        }
        return letters.toString();
    }

    private String name() {
        return characters(String.join("", SOUNDS.keySet()), random.nextInt(2, 5));
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(characters(CHARACTERS, random.nextInt(1, 6))).append(MARKS.get(random.nextInt(MARKS.size())));
        }
        return text.toString();
    }

    private String characters(String from, int count) {
        int[] all = from.codePoints().toArray();
        int[] chosen = new int[count];
        Arrays.setAll(chosen, i -> all[random.nextInt(all.length)]);
        return new String(chosen, 0, count);
    }
}
