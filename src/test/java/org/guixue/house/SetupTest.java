package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/setup}, and what {@code deploy/run} says before a server starts, as somebody at the keyboard meets them. */
class SetupTest {
    private static final String URL = "https://guixue.example.cn";

    @TempDir
    Path folder;

    private Path home;
    private Path key;

    /** What a script said, both streams, and how it ended. */
    private record Said(int code, String text) {}

    @BeforeEach
    void name() {
        home = folder.resolve("县局 home");
        key = folder.resolve("guixue.key");
    }

    private Said run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "deploy/" + script));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GUIXUE_"));
        builder.environment().put("GUIXUE_HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private Said setUp(String... more) throws IOException, InterruptedException {
        return run(
                "setup",
                Stream.concat(Stream.of("--home", home.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private List<String> conf() throws IOException {
        return Files.readAllLines(home.resolve("guixue.conf"));
    }

    @Test
    void writesWhatWasSettledAndMakesThePassphrase() throws Exception {
        Said said = setUp("--public-url", URL + "/", "--passphrase-file", key.toString(), "--account", "wangmin");
        assertEquals(0, said.code(), said.text());
        assertTrue(
                conf().containsAll(List.of(
                        "GUIXUE_DEMO=false",
                        "GUIXUE_PUBLIC_URL=" + URL,
                        "GUIXUE_KEY_PASSPHRASE_FILE=" + key,
                        "GUIXUE_FIRST_ACCOUNT=wangmin",
                        "GUIXUE_PORT=8080")),
                conf().toString());
        assertTrue(said.text().contains("deploy/run --home " + home), said.text());
        assertTrue(Files.readString(key).strip().length() >= 32);
        for (Path secret : List.of(key, home.resolve("guixue.conf"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        }
    }

    @Test
    void namesEverythingThatIsMissingOrDoesNotFitAtOnceAndWritesNothing() throws Exception {
        Said said = setUp("--passphrase-file", home.resolve("key").toString(), "--port", "80800", "--account", "王 敏");
        assertEquals(2, said.code());
        for (String each : List.of("--public-url", "outside the home", "not a port: 80800", "王 敏")) {
            assertTrue(said.text().contains(each), each + " in " + said.text());
        }
        assertFalse(Files.exists(home));
    }

    @Test
    void refusesWhatLooksLikeNoAddress() throws Exception {
        for (String address : List.of("guixue.example.cn", "ftp://guixue.example.cn", URL + "?a=1", "https://a b")) {
            Said said = setUp("--public-url", address, "--passphrase-file", key.toString());
            assertEquals(2, said.code(), address);
            assertTrue(said.text().contains(address), said.text());
        }
    }

    @Test
    void keepsWhatWasSettledBeforeUnlessItIsNamedAnew() throws Exception {
        setUp("--public-url", URL, "--passphrase-file", key.toString(), "--port", "8090");
        String passphrase = Files.readString(key);
        assertEquals(0, setUp("--public-url", "https://another.example.cn").code());
        assertTrue(conf().contains("GUIXUE_PORT=8090"));
        assertTrue(conf().contains("GUIXUE_PUBLIC_URL=https://another.example.cn"));
        assertEquals(passphrase, Files.readString(key));
    }

    @Test
    void leavesADemoAlone() throws Exception {
        Files.createFile(folder.resolve("县局 home.passphrase"));
        Said said = setUp("--public-url", URL, "--passphrase-file", key.toString());
        assertEquals(2, said.code());
        assertTrue(said.text().contains("is the home of a demo"), said.text());
    }

    @Test
    void aFirstStartNamesInOnePlaceWhatIsMissingWithTheLineToType() throws Exception {
        Files.createDirectories(home);
        Files.writeString(home.resolve("guixue.conf"), "# mine\n\nGUIXUE_DEMO=false\n");
        Said said = run("run");
        assertEquals(2, said.code());
        for (String each : List.of(
                "GUIXUE_PUBLIC_URL", "GUIXUE_KEY_PASSPHRASE_FILE", "deploy/setup --home " + home + " --public-url")) {
            assertTrue(said.text().contains(each), each + " in " + said.text());
        }
    }

    @Test
    void aStartRefusesAPassphraseFileThatCannotServeBeforeAnyServerStarts() throws Exception {
        setUp("--public-url", URL, "--passphrase-file", key.toString());
        Files.writeString(key, "short\n");
        Said said = run("run");
        assertEquals(2, said.code());
        assertTrue(said.text().contains("fewer than 12 characters: " + key), said.text());
        Files.delete(key);
        assertTrue(run("run").text().contains("the passphrase file cannot be read: " + key));
    }

    @Test
    void aLineThatNobodyKnowsIsNamedAndNothingInTheFileIsRun() throws Exception {
        Files.createDirectories(home);
        Files.writeString(
                home.resolve("guixue.conf"), "GUIXUE_PUBLIC_URL=$(touch " + home + "/run)\nGUIXUE_DMEO=false\n");
        Said said = run("run");
        assertEquals(2, said.code());
        assertTrue(said.text().contains("line 2 of " + home + "/guixue.conf"), said.text());
        assertFalse(Files.exists(home.resolve("run")));
    }
}
