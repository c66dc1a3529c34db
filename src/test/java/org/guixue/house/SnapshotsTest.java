package org.guixue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.guixue.Home;
import org.guixue.archive.Act;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Event;
import org.guixue.archive.Retention;
import org.guixue.store.HouseDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real Derby that is in use, in a home that is open. */
class SnapshotsTest {
    private static final ArchivalNumber NUMBER = new ArchivalNumber("SF01", "WS", 2026, Retention.D30, 7);

    @TempDir
    Path folder;

    private Home home;
    private HouseDatabase house;
    private Database database;
    private Archive archive;
    private Path asked;

    @BeforeEach
    void open() throws Exception {
        home = new Home(folder);
        house = HouseDatabase.at(home.db().toString());
        database = database(house.atOnce());
        archive = Archive.open(home.records(), Clock.systemUTC());
        asked = Files.createDirectory(folder.resolve(".backup"));
    }

    @AfterEach
    void close() {
        archive.close();
        house.close();
        shutDown(home.db());
    }

    @Test
    void copiesDatabaseAndRegistersThatAreInUse() throws Exception {
        Snapshots snapshots = new Snapshots(home, database, archive);
        snapshots.round();
        archive.append(NUMBER, Event.of(Act.CANCELLATION, 1, "TEST"));
        house.execute("create table kept (word varchar(20))", "insert into kept values ('acknowledged')");
        Files.createFile(asked.resolve("one.wanted"));
        snapshots.round();
        Path taken = asked.resolve("one.taken");
        assertEquals("acknowledged", word(taken.resolve("db")));
        String bag = NUMBER.bag().name();
        for (String file : new String[] {"register.jsonl", "manifest-sha256.txt", "bag-info.txt"}) {
            assertEquals(
                    Files.readString(home.records().resolve(bag).resolve(file)),
                    Files.readString(taken.resolve("records").resolve(bag).resolve(file)));
        }
        assertFalse(Files.exists(asked.resolve("one.wanted")));
        house.execute("insert into kept values ('later')");
    }

    @Test
    void copiesAHomeThatHasNoPaperYet() throws Exception {
        Files.createFile(asked.resolve("first.wanted"));
        new Snapshots(home, database, archive).round();
        assertTrue(Files.isDirectory(asked.resolve("first.taken").resolve("records")));
    }

    @Test
    void saysWhyThereIsNoCopyAndLeavesNothingBehind() throws Exception {
        EmbeddedDataSource nowhere = new EmbeddedDataSource();
        nowhere.setDatabaseName(folder.resolve("nowhere").toString());
        Files.createFile(asked.resolve("two.wanted"));
        new Snapshots(home, database(nowhere), archive).round();
        assertTrue(Files.readString(asked.resolve("two.refused")).startsWith("the database was not copied"));
        assertFalse(Files.exists(asked.resolve("two.part")));
        assertFalse(Files.exists(asked.resolve("two.wanted")));
    }

    @Test
    void leavesAloneWhatNobodyWaitsForAnyMore() throws Exception {
        Path wanted = Files.createFile(asked.resolve("old.wanted"));
        Files.setLastModifiedTime(wanted, FileTime.from(Instant.now().minus(Duration.ofMinutes(3))));
        new Snapshots(home, database, archive).round();
        assertTrue(Files.exists(wanted));
        assertFalse(Files.exists(asked.resolve("old.taken")));
        assertFalse(Files.exists(asked.resolve("old.part")));
    }

    @Test
    void aDatabaseOfANewerVersionIsNotOpened() throws Exception {
        house.execute(
                "insert into \"flyway_schema_history\" select \"installed_rank\" + 1000, '999', 'of tomorrow', 'SQL',"
                        + " 'V999__of_tomorrow.sql', 1, 'guixue', current_timestamp, 1, true from"
                        + " \"flyway_schema_history\" where \"installed_rank\" ="
                        + " (select max(\"installed_rank\") from \"flyway_schema_history\")");
        String said =
                assertThrows(IllegalStateException.class, database::migrate).getMessage();
        assertTrue(said.startsWith("this home was left by a newer version: its database is of schema 999"), said);
    }

    @Test
    void theHomeSaysWhichSchemaItHas() throws Exception {
        HomeVersion version = new HomeVersion(home, database);
        version.note();
        version.note();
        assertEquals("schema=" + database.schema() + "\n", Files.readString(folder.resolve("version.txt")));
        assertTrue(Integer.parseInt(database.schema()) >= 43, database.schema());
    }

    private static Database database(DataSource source) {
        Database database = new Database(name -> Optional.empty(), List.of());
        database.source = source;
        return database;
    }

    private static String word(Path derby) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:derby:" + derby, "guixue", "guixue");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select word from kept")) {
            row.next();
            return row.getString(1);
        } finally {
            shutDown(derby);
        }
    }

    private static void shutDown(Path derby) {
        String url = "jdbc:derby:" + derby + ";shutdown=true";
        SQLException told =
                assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "guixue", "guixue"));
        assertEquals("08006", told.getSQLState());
    }
}
