package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    private static final int RECORDS = 1500;

    @TempDir
    private Path home;

    @Test
    void remembersWhatWasCommittedAndItsNumber() throws IOException {
        fill(20);
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertEquals(20, index.lastOutboxNumber());
            assertEquals(20, total(index));
            index.put(Records.of(21, "外人", ""), SearchIndex.OUT_OF_TURN);
            index.remove(1, 22);
            index.commit();
            assertEquals(22, index.lastOutboxNumber());
        }
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertEquals(22, index.lastOutboxNumber());
            assertEquals(20, total(index));
        }
    }

    @Test
    void buildsADamagedIndexAnewWhileTheOldOneAnswers() throws IOException {
        fill(500);
        Path largest;
        try (Stream<Path> files = Files.list(folder())) {
            largest = files.max((a, b) ->
                            Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertTrue(index.successor().isEmpty(), "nothing was read at the opening");
            while (index.lookThrough()) {
                assertEquals(500, index.lastOutboxNumber());
            }
            IndexFeed anew = index.successor().orElseThrow();
            assertEquals(0, anew.lastOutboxNumber());
            for (long id = 1; id <= 500; id++) {
                anew.put(Records.of(id, "张三", "第" + id), id);
            }
            index.succeed();
            assertEquals(500, total(index));
        }
        assertFalse(Files.exists(largest));
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertFalse(looksThrough(index), "what was built anew is damaged");
            assertEquals(500, ids(index).size());
        }
    }

    @Test
    void aWholeIndexIsReadToItsEndAndKept() throws IOException {
        fill(20);
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            index.put(Records.of(21, "李四", ""), 21);
            index.commit();
            assertFalse(looksThrough(index));
            assertEquals(21, index.lastOutboxNumber());
        }
    }

    /** Whether it finds damage. */
    private static boolean looksThrough(SearchIndex index) {
        boolean more = true;
        while (more) {
            more = index.lookThrough();
        }
        return index.successor().isPresent();
    }

    @Test
    void movesAsideWhatCannotBeOpenedAndBeginsAnew() throws IOException {
        fill(5);
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertStartsEmpty(1);
        Files.deleteIfExists(folder().resolve("write.lock"));
        fill(5);
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.delete(file);
            }
        }
        assertStartsEmpty(1);
    }

    @Test
    void beginsAnewUnderAnotherKey() throws IOException {
        fill(5);
        byte[] other = "quite another key for the digests".getBytes(StandardCharsets.UTF_8);
        try (SearchIndex index = SearchIndex.open(folder(), other)) {
            assertEquals(0, index.lastOutboxNumber());
        }
        assertTrue(Files.exists(home.resolve("index.aside-1")));
    }

    @Test
    void leavesAnIndexAloneThatAnotherHolds() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            index.put(Records.of(1, "张三", ""), 1);
            assertThrows(IOException.class, () -> SearchIndex.open(folder(), Records.KEY));
            index.refresh();
            assertEquals(1, total(index));
        }
        assertFalse(Files.exists(home.resolve("index.aside-1")));
    }

    @Test
    void holdsNoIdInClear() throws IOException {
        String id = "360702201203041234";
        String text = id + " Ｇ３６０７０２２０１２０３０４１２３４ 3 6 0 7 0 2 2 0 1 2 0 3 0 4 1 2 3 4 360702-20120304-1234";
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            for (int i = 1; i <= 200; i++) {
                index.put(Records.of(i, "张三", text, "残疾证" + id + "43"), i);
                index.putStudent(Records.student(i, "张三"), i);
            }
        }
        List<String> secrets = List.of(id, "G" + id, "360702", "20120304", "36070220120304", Records.nationalId(7));
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertFalse(bytes.contains(secret), file + " holds " + secret);
                }
            }
        }
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder()))) {
            for (int i = 0; i < reader.maxDoc(); i++) {
                String stored = reader.storedFields().document(i).toString();
                assertTrue(secrets.stream().noneMatch(stored::contains), stored);
            }
            for (LeafReaderContext segment : reader.leaves()) {
                assertNoTerm(segment, secrets);
            }
        }
    }

    @Test
    void losesNothingWhenKilledAndFedAgain() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            Path killed = home.resolve("killed-" + round);
            killWhileFeeding(killed, random.nextInt(20, 1200));
            try (SearchIndex index = SearchIndex.open(killed, Records.KEY)) {
                long last = index.lastOutboxNumber();
                Set<Long> kept = ids(index);
                for (long id = 1; id <= last; id++) {
                    assertTrue(kept.contains(id), id + " of " + last + ", seed " + seed);
                }
                for (long id = last + 1; id <= RECORDS; id++) {
                    index.put(Records.of(id, "张三", "第" + id), id);
                }
                index.refresh();
                assertEquals(RECORDS, total(index), "seed " + seed);
                assertEquals(RECORDS, ids(index).size(), "seed " + seed);
            }
        }
        assertFalse(Files.exists(home.resolve("killed-0.aside-1")));
    }

    private static void killWhileFeeding(Path folder, int after) throws IOException, InterruptedException {
        Process feeder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Feeder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int fed = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(feeder.getInputStream(), StandardCharsets.UTF_8))) {
            while (fed < after && lines.readLine() != null) {
                fed++;
            }
            feeder.destroyForcibly().waitFor();
        }
        assertEquals(after, fed, "the feeder died by itself");
    }

    /** Feeds an index without end, to be killed. */
    static final class Feeder {
        private Feeder() {}

        public static void main(String[] arguments) throws IOException {
            try (SearchIndex index = SearchIndex.open(Path.of(arguments[0]), Records.KEY)) {
                for (long id = 1; id <= RECORDS; id++) {
                    index.put(Records.of(id, "张三", "第" + id), id);
                    if (id % 40 == 0) {
                        index.commit();
                    }
                    System.out.println(id);
                }
            }
        }
    }

    private static void assertNoTerm(LeafReaderContext segment, List<String> secrets) throws IOException {
        for (FieldInfo field : segment.reader().getFieldInfos()) {
            Terms terms = segment.reader().terms(field.name);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                assertFalse(
                        secrets.contains(each.term().utf8ToString().toUpperCase(java.util.Locale.ROOT)), field.name);
            }
        }
    }

    private void assertStartsEmpty(int asides) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertEquals(0, index.lastOutboxNumber());
            assertEquals(0, total(index));
        }
        assertTrue(Files.exists(home.resolve("index.aside-" + asides)));
    }

    private void fill(int records) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            for (long id = 1; id <= records; id++) {
                index.put(Records.of(id, "张三", "第" + id), id);
            }
        }
    }

    private Path folder() {
        return home.resolve("index");
    }

    private static Set<Long> ids(SearchIndex index) {
        Set<Long> ids = new HashSet<>();
        for (int page = 1; ; page++) {
            SearchQuery query = Records.page("", Optional.empty(), SearchQuery.Order.OLDEST, page, 200);
            SearchResult result = index.search(query, Records.COUNTY, false);
            result.items().forEach(item -> ids.add(item.id()));
            if (result.items().isEmpty()) {
                return ids;
            }
        }
    }

    private static long total(SearchIndex index) {
        return index.search(SearchQuery.of(""), Records.COUNTY, false).total();
    }
}
