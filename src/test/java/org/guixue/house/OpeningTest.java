package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Unavailable;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchiveInUse;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.office.Installations;
import org.guixue.search.SearchIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    private static final List<String> HERE =
            List.of("Database", "OpenPress", "OpenKeys", "OpenArchive", "SoundRegisters", "OpenIndex");

    @TempDir
    Path folder;

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private FewRooms rooms;

    @BeforeEach
    void furnish() throws Exception {
        rooms = new FewRooms(folder);
    }

    @Test
    void oneListSaysWhatOpensInWhichOrder() {
        assertEquals(
                List.of(
                        "DiscreetLog",
                        "Database",
                        "HomeVersion",
                        "OpenClock",
                        "OpenPress",
                        "OpenKeys",
                        "OpenArchive",
                        "OpenClock",
                        "SoundRegisters",
                        "Recovery",
                        "RegisteringDeliveries",
                        "OpenIndex",
                        "Clearing",
                        "Receiving",
                        "FirstAccount",
                        "DemoCounty",
                        "FirstAccount",
                        "SealKeys",
                        "Indexing",
                        "TrailKeeping",
                        "Rounds",
                        "Ready"),
                Opening.STEPS.stream().map(OpeningTest::name).toList());
    }

    @Test
    void opensInThatOrderAndClosesInReverse() throws Exception {
        Opening opening = new Opening(watched(rooms.steps()), rooms);
        opening.open();
        assertEquals(HERE, opened);
        assertTrue(rooms.find(Installations.class).find().orElseThrow().demo());
        assertTrue(derbyIsUp());
        assertThrows(ArchiveInUse.class, () -> Archive.open(rooms.home.records(), Clock.systemUTC()));
        opening.close();
        assertEquals(reversed(HERE), closed);
        assertAllIsClosed();
    }

    @Test
    void closesTheOthersWhereOneDoesNotClose() throws Exception {
        List<Step<?>> steps = new ArrayList<>(watched(rooms.steps()));
        steps.add(5, Step.closing(SoundRegisters.class, room -> {
            closed.add("the one that fails");
            throw new IllegalStateException("meant to fail");
        }));
        Opening opening = new Opening(steps, rooms);
        opening.open();
        opening.close();
        List<String> expected = new ArrayList<>(reversed(HERE));
        expected.add(1, "the one that fails");
        assertEquals(expected, closed);
        assertAllIsClosed();
    }

    @Test
    void closesWhatIsOpenWhereAStepFails() throws Exception {
        try (Archive other = Archive.open(rooms.home.records(), Clock.systemUTC())) {
            Opening opening = new Opening(watched(rooms.steps()), rooms);
            assertThrows(ArchiveInUse.class, opening::open);
            assertFalse(other.stopped());
            assertEquals(List.of("Database", "OpenPress", "OpenKeys"), opened);
            assertEquals(List.of("OpenArchive", "OpenKeys", "OpenPress", "Database"), closed);
            opening.close();
            assertEquals(4, closed.size());
        }
        assertFalse(derbyIsUp());
    }

    @Test
    void saysThatAThingIsNotOpenYet() {
        rooms.find(Database.class).migrate();
        assertThrows(Unavailable.class, rooms.find(OpenArchive.class)::archive);
        assertThrows(Unavailable.class, rooms.find(OpenPress.class)::forms);
        rooms.find(OpenArchive.class).open();
        assertSame(
                rooms.find(OpenArchive.class).archive(),
                rooms.find(OpenArchive.class).archive());
        rooms.find(OpenArchive.class).close();
    }

    private List<Step<?>> watched(List<Step<?>> steps) {
        List<Step<?>> watched = new ArrayList<>();
        steps.forEach(step -> watched.add(watched(step)));
        return watched;
    }

    private <T> Step<T> watched(Step<T> step) {
        return new Step<>(
                step.room(),
                room -> {
                    step.opens().accept(room);
                    opened.add(name(step));
                },
                room -> {
                    closed.add(name(step));
                    step.closes().accept(room);
                });
    }

    private static String name(Step<?> step) {
        return step.room().getSimpleName();
    }

    private static List<String> reversed(List<String> names) {
        List<String> reversed = new ArrayList<>();
        names.forEach(name -> reversed.add(0, name));
        return reversed;
    }

    private void assertAllIsClosed() throws Exception {
        assertFalse(derbyIsUp());
        Archive.open(rooms.home.records(), Clock.systemUTC()).close();
        SearchIndex.open(rooms.home.index(), new byte[32]).close();
    }

    /** Derby takes its lock file away when it has been shut down properly. */
    private boolean derbyIsUp() {
        return Files.exists(rooms.home.db().resolve("db.lck"));
    }
}
