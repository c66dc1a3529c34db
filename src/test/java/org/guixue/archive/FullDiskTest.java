package org.guixue.archive;

import static org.guixue.archive.Bags.FACTS;
import static org.guixue.archive.Bags.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk of two megabytes. */
class FullDiskTest {
    @TempDir
    Path mount;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount.toString()) == 0;
        assumeTrue(mounted, "mounting a small tmpfs is not permitted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertEquals(0, run("umount", "-l", mount.toString()));
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor();
    }

    @Test
    void refusesLeavesNothingAndGoesOnWhenSpaceIsFreed() throws Exception {
        Path records = mount.resolve("records");
        Path ballast = mount.resolve("ballast");
        byte[] pdf = new byte[200_000];
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            int item = 1;
            while (item < 100) {
                try {
                    archive.accession(number(item), pdf, FACTS);
                    item++;
                } catch (NoSpace e) {
                    break;
                }
            }
            assertTrue(item > 3 && item < 100, "items " + item);
            int refused = item;
            assertNothingPartial(archive, records, refused);

            fill(ballast, 0);
            for (int left = 0; left <= 64; left += 4) {
                fill(ballast, left);
                attempt(archive, refused, left % 3 == 0 ? 1000 : 9000);
                assertNothingPartial(
                        archive, records, archive.records(number(1).bag()).size() + 1);
                item = archive.records(number(1).bag()).size() + 1;
                refused = item;
            }
            Files.delete(ballast);
            archive.accession(number(item), new byte[10_000], FACTS);
            assertEquals(List.of(), archive.check(List.of()));
        }
        Bags.assertValid(records);
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            assertEquals(List.of(), archive.recovery().findings());
        }
    }

    /** Past the archive's own look at the free space, every step that takes space meets the full disk by itself. */
    @Test
    void eachWriteThatMeetsTheFullDiskIsTakenBack() throws Exception {
        Path records = mount.resolve("records");
        Path ballast = mount.resolve("ballast");
        long seed = System.nanoTime();
        System.out.println("FullDiskTest seed " + seed);
        Random random = new Random(seed);
        try (Archive archive = Archive.open(records, Bags.CLOCK)) {
            archive.accession(number(1), new byte[10], FACTS);
        }
        Disk disk = new Disk(records) {
            @Override
            void expectRoomFor(long bytes) {
                // the disk seemed to have room
            }
        };
        BagRecovery recovery = new BagRecovery(disk, records, List.of());
        Bag bag = recovery.open().get(0);
        int item = 2;
        int refusals = 0;
        for (int i = 0; i < 120; i++) {
            fill(ballast, random.nextInt(4));
            try {
                bag.accession(number(item), new byte[random.nextInt(9000)], FACTS.event(), Bags.CLOCK.instant());
                item++;
            } catch (NoSpace e) {
                refusals++;
            }
            BagCheck check = bag.check(List.of());
            assertEquals(List.of(), check.findings());
            assertEquals(item - 1, check.head().length());
            assertEquals(List.of(), Disk.list(records.resolve(".staging")));
        }
        assertTrue(refusals > 10, "refusals " + refusals);
        Files.delete(ballast);
        bag.accession(number(item), new byte[9000], FACTS.event(), Bags.CLOCK.instant());
        Bags.assertValid(records);
    }

    private static void attempt(Archive archive, int item, int length) {
        try {
            archive.accession(number(item), new byte[length], FACTS);
        } catch (NoSpace e) {
            assertFalse(archive.stopped());
        }
    }

    private static void assertNothingPartial(Archive archive, Path records, int refused) throws Exception {
        assertFalse(archive.stopped());
        assertEquals(List.of(), archive.check(List.of()));
        assertEquals(List.of(), Disk.list(records.resolve(".staging")));
        assertThrows(NoSuchRecord.class, () -> archive.read(number(refused)));
        assertFalse(Files.exists(archive.pathOf(number(refused))));
    }

    /** Fills the disk but for so many pages of 4 KiB. */
    private static void fill(Path ballast, int pagesLeft) throws Exception {
        Files.deleteIfExists(ballast);
        long usable = ballast.getParent().toFile().getUsableSpace();
        try (OutputStream out = Files.newOutputStream(ballast)) {
            out.write(new byte[(int) Math.max(0, usable - pagesLeft * 4096L)]);
        }
    }
}
