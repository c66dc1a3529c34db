package org.guixue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of another shape answers while one of today's is filled beside it, and every kill leaves one of the two. */
class IndexShapeTest {
    private static final int RECORDS = 50;

    @TempDir
    private Path home;

    @BeforeEach
    void anIndexOfAnotherShape() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            feed(index, 1, RECORDS);
        }
        reshape(folder(), "1");
    }

    @Test
    void answersFromTheOldWhileTheNewIsFilledAndFromTheNewAfterwards() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertEquals(RECORDS, total(index));
            assertEquals(RECORDS, index.lastOutboxNumber());
            IndexFeed successor = index.successor().orElseThrow();
            assertEquals(0, successor.lastOutboxNumber());
            feed(successor, 1, 20);
            successor.commit();
            index.refresh();
            assertEquals(RECORDS, total(index));
            feed(successor, 21, RECORDS + 7);
            index.succeed();
            assertEquals(RECORDS + 7, total(index));
            assertEquals(RECORDS + 7, index.lastOutboxNumber());
            assertTrue(index.successor().isEmpty());
            index.put(Records.of(RECORDS + 8, "张三", ""), RECORDS + 8);
            index.refresh();
            assertEquals(RECORDS + 8, total(index));
        }
        assertNewAnswersAfterAStart(folder(), RECORDS + 8);
        assertEquals(List.of("current", "gen-2"), names(folder()));
    }

    @Test
    void findsWhatIsPutWhileTheNewIsFilled() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            index.put(Records.of(RECORDS + 1, "张三", ""), RECORDS + 1);
            index.refresh();
            assertEquals(RECORDS + 1, total(index));
            index.commit();
        }
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertEquals(RECORDS + 1, total(index));
            assertTrue(index.successor().isPresent(), "a commit must not pass the old shape off as today's");
        }
    }

    @Test
    void goesOnFillingAfterAKill() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            IndexFeed successor = index.successor().orElseThrow();
            feed(successor, 1, 20);
            successor.commit();
            feed(successor, 21, 30);
            try (SearchIndex killed = SearchIndex.open(killed("while-filling"), Records.KEY)) {
                assertEquals(RECORDS, total(killed));
                assertEquals(20, killed.successor().orElseThrow().lastOutboxNumber());
                feed(killed.successor().orElseThrow(), 21, RECORDS);
                killed.succeed();
                assertEquals(RECORDS, total(killed));
            }
        }
        assertNewAnswersAfterAStart(home.resolve("while-filling"), RECORDS);
    }

    @Test
    void answersFromTheOldOrTheNewAfterAKillAtTheSwap() throws IOException {
        Path before;
        Path between;
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            IndexFeed successor = index.successor().orElseThrow();
            feed(successor, 1, RECORDS);
            successor.commit();
            before = killed("before-the-swap");
            Files.writeString(before.resolve("current.tmp"), "ge");
            between = killed("before-the-old-is-deleted");
            Files.writeString(between.resolve("current"), "gen-2");
            index.succeed();
        }
        try (SearchIndex index = SearchIndex.open(before, Records.KEY)) {
            assertEquals(RECORDS, total(index));
            assertEquals(RECORDS, index.successor().orElseThrow().lastOutboxNumber());
            index.succeed();
        }
        assertNewAnswersAfterAStart(before, RECORDS);
        assertNewAnswersAfterAStart(between, RECORDS);
        assertEquals(List.of("current", "gen-2"), names(before));
        assertEquals(List.of("current", "gen-2"), names(between));
    }

    @Test
    void beginsTheNewAgainWhereItIsDamagedOrOfAThirdShape() throws IOException {
        Path third = killed("third");
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            feed(index.successor().orElseThrow(), 1, 20);
            index.successor().orElseThrow().commit();
        }
        IOUtils.rm(third);
        copy(folder(), third);
        reshape(third.resolve("gen-2"), "third");
        for (Path file : files(folder().resolve("gen-2"))) {
            if (file.getFileName().toString().startsWith("segments_")) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        for (Path each : List.of(folder(), third)) {
            try (SearchIndex index = SearchIndex.open(each, Records.KEY)) {
                assertEquals(RECORDS, total(index));
                assertEquals(0, index.successor().orElseThrow().lastOutboxNumber());
            }
            assertFalse(Files.exists(each.resolveSibling(each.getFileName() + ".aside-1")));
        }
    }

    @Test
    void leavesBothAloneWhenAnotherHoldsThem() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            assertThrows(IOException.class, () -> SearchIndex.open(folder(), Records.KEY));
            feed(index.successor().orElseThrow(), 1, RECORDS);
            index.succeed();
            assertThrows(IOException.class, () -> SearchIndex.open(folder(), Records.KEY));
            assertEquals(RECORDS, total(index));
        }
    }

    @Test
    void succeedsASecondTime() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            feed(index.successor().orElseThrow(), 1, RECORDS);
            index.succeed();
        }
        reshape(folder().resolve("gen-2"), "again");
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            feed(index.successor().orElseThrow(), 1, RECORDS);
            index.succeed();
        }
        assertEquals(List.of("current", "gen-3"), names(folder()));
        assertNewAnswersAfterAStart(folder(), RECORDS);
    }

    @Test
    void answersEveryQuestionThatIsAskedDuringTheSwap() throws Exception {
        try (SearchIndex index = SearchIndex.open(folder(), Records.KEY)) {
            feed(index.successor().orElseThrow(), 1, RECORDS);
            AtomicBoolean over = new AtomicBoolean();
            AtomicLong asked = new AtomicLong();
            Thread asking = new Thread(() -> {
                while (!over.get() && total(index) == RECORDS) {
                    asked.incrementAndGet();
                }
            });
            asking.start();
            while (asked.get() < 20) {
                Thread.onSpinWait();
            }
            index.succeed();
            long atTheSwap = asked.get();
            while (asking.isAlive() && asked.get() < atTheSwap + 20) {
                Thread.onSpinWait();
            }
            over.set(true);
            asking.join();
            assertTrue(asked.get() >= atTheSwap + 20, "a question failed after " + asked);
        }
    }

    private void assertNewAnswersAfterAStart(Path folder, long records) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, Records.KEY)) {
            assertEquals(records, total(index));
            assertEquals(records, index.lastOutboxNumber());
            assertTrue(index.successor().isEmpty());
        }
    }

    private static void feed(IndexFeed feed, int from, int to) {
        for (long id = from; id <= to; id++) {
            feed.put(Records.of(id, "张三", "第" + id), id);
        }
    }

    /** As if an earlier version of the house had written it. */
    private static void reshape(Path folder, String shape) throws IOException {
        String key = new Digests(Records.KEY).fingerprint();
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            long number = IndexFolder.outboxNumber(writer);
            writer.setLiveCommitData(IndexFolder.commitData(number, new IndexFolder.Identity(shape, key))
                    .entrySet());
            writer.commit();
        }
    }

    /** What lies on the disk at this moment, as a kill would leave it. */
    private Path killed(String name) throws IOException {
        Path copy = home.resolve(name);
        copy(folder(), copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Path target = to.resolve(file.getFileName());
            if (Files.isDirectory(file)) {
                copy(file, target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return files(folder).stream()
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
    }

    private Path folder() {
        return home.resolve("index");
    }

    private static long total(SearchIndex index) {
        return index.search(SearchQuery.of(""), Records.COUNTY, false).total();
    }
}
