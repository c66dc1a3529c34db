package org.guixue.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.guixue.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample in {@code archive/} is what an archive of today looks like; tomorrow's code must still read it. */
class SampleBagTest {
    private static final Path SAMPLE = Path.of("archive/sample");
    private static final RegisterHead HEAD = new RegisterHead(
            "SF01/2026/D30", 6, new Sha256("530da6cc0d56fe7ccfaff4d042fdb51981762c05a54739013c1c0d35948ecb76"));

    @TempDir
    Path home;

    private Path copy() throws IOException {
        Path records = home.resolve("records");
        try (Stream<Path> walk = Files.walk(SAMPLE)) {
            for (Path path : walk.toList()) {
                Files.copy(path, records.resolve(SAMPLE.relativize(path)));
            }
        }
        return records;
    }

    private static String verify(Path home, int expected) throws Exception {
        Process script = new ProcessBuilder("deploy/verify", home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, script.waitFor(), said);
        return said;
    }

    @Test
    void stillFits() throws Exception {
        Bags.assertValid(SAMPLE);
        assertEquals(List.of(), new Fixity(SAMPLE).all(List.of(HEAD)));
        try (Archive archive = Archive.open(copy(), Bags.CLOCK)) {
            assertEquals(List.of(), archive.recovery().findings());
            List<ArchivedRecord> all = archive.records(Bags.number(1).bag());
            assertEquals(
                    List.of(ArchivedRecord.State.RETURNED, ArchivedRecord.State.VOID, ArchivedRecord.State.CANCELLED),
                    all.stream().map(ArchivedRecord::state).toList());
            assertEquals(552, archive.read(Bags.number(1)).length);
            assertTrue(Files.exists(home.resolve("records/README.md")));
        }
    }

    @Test
    void theScriptProvesItAndNamesTheFirstLineThatDoesNotFit() throws Exception {
        Path records = copy();
        assertTrue(verify(home, 0).contains("全部相符"));
        Path register = records.resolve("SF01/2026/D30/register.jsonl");
        String text = Files.readString(register);
        Files.writeString(register, text.replace("IN_PERSON", "BY_PERSON"));
        assertTrue(verify(home, 1).startsWith("不符 SF01/2026/D30/register.jsonl  CHAIN_BROKEN: line 4 "));
        Files.writeString(register, text);
        Files.writeString(records.resolve("SF01/2026/D30/data/0000/SF01-WS.2026-D30-0002.pdf"), "forged");
        assertTrue(verify(home, 1).startsWith("data/0000/SF01-WS.2026-D30-0002.pdf: FAILED"));
        verify(home.resolve("nowhere"), 2);
    }
}
