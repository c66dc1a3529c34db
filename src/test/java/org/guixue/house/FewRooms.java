package org.guixue.house;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.guixue.Home;
import org.guixue.audit.AuditTrail;
import org.guixue.audit.AuditWriter;
import org.guixue.audit.HouseTrail;
import org.guixue.catalogue.RegisterHeads;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.form.FormCatalog;
import org.guixue.instrument.Checkpoints;
import org.guixue.office.Installations;
import org.guixue.person.KnownCategories;
import org.guixue.roster.Renormalising;
import org.guixue.store.HouseClock;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;

/** The rooms that open without a server, on a home and a Derby of their own; each is made when it is first asked for. */
final class FewRooms implements Whereabouts {
    private static final HouseClock CLOCK = new HouseClock(Clock.systemUTC());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Settings NOTHING_SET = name -> Optional.empty();

    final Home home;
    private final Map<Class<?>, Supplier<Object>> plans = new HashMap<>();
    private final Map<Class<?>, Object> made = new HashMap<>();

    FewRooms(Path folder) throws Exception {
        home = new Home(folder.resolve("home"));
        Files.createDirectories(home.root());
        plans.put(Database.class, this::database);
        plans.put(OpenPress.class, () -> new OpenPress(home, NOTHING_SET, new KnownCategories(), RANDOM));
        plans.put(
                OpenKeys.class,
                () -> new OpenKeys(
                        home,
                        NOTHING_SET,
                        find(Installations.class),
                        () -> URI.create("https://school.example/"),
                        CLOCK,
                        RANDOM,
                        trail(),
                        HouseDatabase.transactions(find(EntityManager.class))));
        plans.put(OpenArchive.class, () -> new OpenArchive(home, new Checkpoints(find(EntityManager.class)), CLOCK));
        plans.put(
                SoundRegisters.class,
                () -> new SoundRegisters(
                        find(OpenArchive.class).archive(), new RegisterHeads(find(EntityManager.class))));
        plans.put(OpenIndex.class, () -> new OpenIndex(home, find(Installations.class), find(FormCatalog.class)));
        plans.put(FormCatalog.class, () -> find(OpenPress.class).forms());
        plans.put(Installations.class, () -> new Installations(find(EntityManager.class), CLOCK, RANDOM));
        plans.put(EntityManager.class, this::entities);
    }

    /** Of the house's own steps those that these rooms can take, in the house's order. */
    List<Step<?>> steps() {
        return Opening.STEPS.stream()
                .filter(step -> plans.containsKey(step.room()))
                .toList();
    }

    @Override
    public <T> T find(Class<T> room) {
        Object known = made.get(room);
        if (known == null) {
            known = plans.get(room).get();
            made.put(room, known);
        }
        return room.cast(known);
    }

    private Database database() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(home.db().toString());
        source.setCreateDatabase("create");
        source.setUser("guixue");
        source.setPassword("guixue");
        Database database = new OneDerby(home.db());
        database.source = source;
        return database;
    }

    private HouseTrail trail() {
        EntityManager entities = find(EntityManager.class);
        Identifiers identifiers = new Identifiers(find(Database.class).source);
        AuditWriter writer = new AuditWriter(entities, HouseDatabase.transactions(entities), identifiers);
        return new HouseTrail(new AuditTrail(entities, identifiers, writer), CLOCK);
    }

    private EntityManager entities() {
        EntityManager entities = Persistence.createEntityManagerFactory(
                        "guixue-test",
                        Map.of(
                                "jakarta.persistence.jdbc.url", "jdbc:derby:" + home.db(),
                                "jakarta.persistence.jdbc.user", "guixue",
                                "jakarta.persistence.jdbc.password", "guixue",
                                "eclipselink.logging.level", "SEVERE"))
                .createEntityManager();
        entities.getTransaction().begin();
        return entities;
    }

    /** Leaves the databases of other tests in this process alone. */
    private static final class OneDerby extends Database {
        private final Path folder;

        OneDerby(Path folder) {
            super(NOTHING_SET, List.of(new Renormalising()));
            this.folder = folder;
        }

        @Override
        void shutDown() {
            try {
                DriverManager.getConnection("jdbc:derby:" + folder + ";shutdown=true", "guixue", "guixue")
                        .close();
            } catch (SQLException e) {
                if (!"08006".equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
