package org.guixue.system;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each pair of acts that meets, at the same moment, on PostgreSQL. */
class TwoAtOnceOnPostgresIT {
    @TempDir
    Path folder;

    @Test
    void bothAreAnsweredClearlyAndNothingIsLost() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.start();
                ServerProcess server = new ServerProcess(folder.resolve("home"), cluster.environment())) {
            server.start();
            new Encounters(server.base()).allMeet();
            new OfficeEncounters(server.base()).allMeet();
            server.stop();
        }
    }
}
