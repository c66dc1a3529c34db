package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A start of this version in a home of an earlier one that is killed within a migration. What was migrated by then stays so,
 * what had been begun is as if it had not: the next start goes on.
 */
final class KilledUpgrade {
    private static final String RULE = """
            RULE kill in a migration
            CLASS org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor
            METHOD executeStatement
            AT EXIT
            IF incrementCounter("statements") == 60
            DO killJVM()
            ENDRULE
            """;

    private KilledUpgrade() {}

    static void begin(Path home) throws IOException {
        Path rule = Files.writeString(home.resolveSibling("kill.btm"), RULE);
        try (ServerProcess killed = new ServerProcess(home)) {
            killed.launch(ServerProcess.byteman(rule));
            killed.awaitEnd(Duration.ofMinutes(3));
            String log = Files.readString(killed.log());
            assertTrue(log.contains("Migrating schema"), log);
            assertFalse(log.contains("Successfully applied"), log);
        }
    }
}
