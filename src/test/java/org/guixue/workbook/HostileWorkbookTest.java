package org.guixue.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file is refused in Chinese, for its own reason, within five seconds. */
class HostileWorkbookTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TestFactory
    Stream<DynamicTest> refusesForItsReason() {
        return HostileWorkbooks.files().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> refuses(file.getValue().get(), file.getKey().split("\\|")[1])));
    }

    private static void refuses(byte[] file, String reason) {
        Refused refused = assertThrows(Refused.class, () -> inTime(file));
        String message = refused instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : refused.getMessage();
        assertTrue(message.contains(reason), message);
    }

    /** Processor time is what a file costs; a busy machine only makes it wait. */
    private static List<Entry> inTime(byte[] file) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            try {
                return WorkbookTest.all(Workbook.open(file).table(WorkbookTest.ROSTER));
            } finally {
                assertTrue(threads.getCurrentThreadCpuTime() - start < LIMIT.toNanos(), "more than " + LIMIT);
            }
        });
    }

    @Test
    void readsPastAQuarterOfAMillionFormattedEmptyRows() {
        byte[] file = HostileWorkbooks.sheets(1, out -> {
            out.write(HostileWorkbooks.utf8(
                    "<worksheet><sheetData>" + HostileWorkbooks.HEADING + HandMade.row(2, "甲", "1")));
            for (int row = 3; row <= 250_000; row++) {
                out.write(HostileWorkbooks.utf8("<row r=\"" + row + "\" s=\"1\" customFormat=\"1\"/>"));
            }
            out.write(HostileWorkbooks.utf8("</sheetData></worksheet>"));
        });
        assertEquals(1, inTime(file).size());
    }

    /** Whatever byte is changed: read or refused, never another failure. */
    @Test
    void survivesChangedBytes() throws IOException {
        long seed = 20_261_122;
        Random random = new Random(seed);
        byte[] xls = HostileWorkbooks.xls();
        byte[] xlsx = HandMade.xlsx(HostileWorkbooks.HEADING + HandMade.row(2, "甲", "1"));
        for (int i = 0; i < 400; i++) {
            byte[] file = (i % 2 == 0 ? xls : xlsx).clone();
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt(256);
            }
            try {
                inTime(file);
            } catch (Refused fine) {
                assertTrue(fine.getMessage().length() > 5, "seed " + seed);
            }
        }
    }
}
