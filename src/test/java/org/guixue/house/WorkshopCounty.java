package org.guixue.house;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.guixue.Home;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.form.FormCatalog;
import org.guixue.office.Office;
import org.guixue.office.OfficePlace;
import org.guixue.office.Offices;
import org.guixue.person.KnownCategories;
import org.guixue.person.StudentDetails;
import org.guixue.rendering.Fonts;
import org.guixue.signing.KeySafe;
import org.guixue.signing.Passphrase;
import org.guixue.signing.ReadyKeys;
import org.guixue.store.HouseDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What all tests of a {@link Workshop} share: the database, the press, and an invented county of a bureau, a township and
 * three schools: the first with clerk and two approvers, the second with a clerk alone, the third without a key.
 */
public final class WorkshopCounty {
    private static Optional<WorkshopCounty> founded = Optional.empty();

    private static final Clock FOUNDING = Clock.fixed(Instant.parse("2026-01-05T02:00:00Z"), Workshop.SHANGHAI);

    final HouseDatabase database = HouseDatabase.inMemory();
    final KnownCategories categories = new KnownCategories();
    final OpenPress press;
    final KeySafe safe;
    private final Path folder;
    private final WorkshopChildren children = new WorkshopChildren();
    private final Office bureau;
    private final Office township;
    private final Office first;
    private final Office second;
    private final Office third;

    private WorkshopCounty() throws IOException {
        folder = Files.createTempDirectory("workshop-county");
        SecureRandom random = new SecureRandom();
        Home home = new Home(folder.resolve("home"));
        own(Path.of("src/test/ledgers"), home.forms());
        press = new OpenPress(home, name -> Optional.empty(), categories, random);
        press.open();
        Path secret = folder.resolve("passphrase");
        Passphrase.make(secret, random);
        safe = KeySafe.open(
                home.keys(),
                Optional.of(Passphrase.read(secret, home.root())),
                () -> URI.create("https://school.example/"),
                FOUNDING,
                random);
        try (EntityManager entities = database.entities()) {
            entities.getTransaction().begin();
            Offices offices = new Offices(entities, database.identifiers());
            Office province = offices.add(office(null, OfficeKind.PROVINCE, "示范省教育厅", "990000", "示省教", "示范省"));
            Office city = offices.add(office(province, OfficeKind.CITY, "示范市教育局", "990700", "示市教", "示范市"));
            bureau = offices.add(office(city, OfficeKind.COUNTY_BUREAU, "示范县教育局", "990721", "示教", "示范县")
                    .withFonds("SF01"));
            township = offices.add(office(bureau, OfficeKind.TOWNSHIP, "东山镇人民政府", "990721101", "东政", "东山镇"));
            first = offices.add(office(township, OfficeKind.SCHOOL, "东山镇中心小学", "990721101001", "东小", "东山镇"));
            second = offices.add(office(township, OfficeKind.SCHOOL, "东山初级中学", "990721101002", "东中", "东山镇"));
            third = offices.add(office(township, OfficeKind.SCHOOL, "桥头教学点", "990721101003", "桥小", "东山镇"));
            entities.getTransaction().commit();
        }
        ReadyKeys.use();
        safe.authority().found("示范县电子印章签发机构");
        for (Office sealed : List.of(bureau, first, second)) {
            safe.keys().orElseThrow().enrol(safe.authority(), sealed.code(), sealed.name());
        }
        for (Caller each : List.of(clerk(), colleague(), approver(), otherApprover(), secondClerk(), bureauClerk())) {
            open(each);
        }
    }

    /** What an office has put into the home folder beside the packaged forms. */
    private static void own(Path forms, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(forms)) {
            for (Path each : all.toList()) {
                Path copy = into.resolve(forms.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
    }

    /** The one that is founded when it is first asked for: a fork of Maven's runs each class on its own. */
    static synchronized WorkshopCounty ofThisMachine() throws IOException {
        if (founded.isEmpty()) {
            WorkshopCounty county = new WorkshopCounty();
            Runtime.getRuntime().addShutdownHook(new Thread(county::close));
            founded = Optional.of(county);
        }
        return founded.orElseThrow();
    }

    /** How long one waits for another's lock before it is a clash. */
    public void lockWaitSeconds(int seconds) {
        database.execute(
                "call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '%d')".formatted(seconds));
    }

    public void closed(Office office, boolean closed) {
        database.execute("update office set closed = %b where id = %d".formatted(closed, office.id()));
    }

    /** Gives an office a key: the first school's, since making one takes seconds. */
    public void enrol(Office office) {
        try (Stream<Path> keys = Files.walk(folder.resolve("home").resolve("keys"))) {
            Path known = keys.filter(file -> file.getFileName().toString().equals(first.code() + ".p12"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(known, known.resolveSibling(office.code() + ".p12"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FormCatalog forms() {
        return press.forms();
    }

    public Fonts fonts() {
        return press.fonts();
    }

    public KeySafe safe() {
        return safe;
    }

    public HouseDatabase database() {
        return database;
    }

    public Office bureau() {
        return bureau;
    }

    public Office township() {
        return township;
    }

    public Office first() {
        return first;
    }

    public Office second() {
        return second;
    }

    public Office third() {
        return third;
    }

    public Caller clerk() {
        return caller(1, "林晓芳", Role.CLERK, first, false);
    }

    /** Of the clerk's office, without the grant. */
    public Caller colleague() {
        return caller(2, "何玉兰", Role.CLERK, first, false);
    }

    public Caller approver() {
        return caller(3, "郑雅琴", Role.CLERK, first, true);
    }

    public Caller otherApprover() {
        return caller(4, "罗立新", Role.CLERK, first, true);
    }

    public Caller secondClerk() {
        return caller(5, "梁海燕", Role.CLERK, second, false);
    }

    public Caller bureauClerk() {
        return caller(6, "周文彬", Role.BUREAU, bureau, false);
    }

    public static Caller caller(long account, String name, Role role, Office office, boolean mayApprove) {
        return new Caller(
                account,
                "account" + account,
                name,
                role,
                new Scope(office.id(), office.path()),
                false,
                mayApprove,
                "127.0.0.1");
    }

    /** Another child each time. */
    StudentDetails someone(OptionalLong school, LocalDate today, SecureRandom random) {
        return children.next(school, township, today, random);
    }

    /** Another child each time, of that township and without a school. */
    public StudentDetails someoneOf(Office responsible, LocalDate today) {
        return children.next(OptionalLong.empty(), responsible, today, new SecureRandom());
    }

    private static Office office(
            @Nullable Office parent, OfficeKind kind, String name, String code, String mark, String region) {
        return new Office(parent, kind, name, code, mark, "shifan", region)
                .withContact(new OfficePlace("示范省", "示范市", "示范县", "东山镇", "学府路8号"), "0799-5550111", "郑雅琴");
    }

    public void open(Caller caller) {
        String insert = "insert into account (id, username, password_hash, display_name, role, office_id, office_path,"
                + " may_read_sensitive, may_approve, closed, must_change_password, version)"
                + " values (?, ?, 'none', ?, ?, ?, ?, false, ?, false, false, 1)";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, caller.account());
            statement.setString(2, caller.username());
            statement.setString(3, caller.displayName());
            statement.setString(4, caller.role().name());
            statement.setLong(5, caller.office());
            statement.setString(6, caller.scope().path());
            statement.setBoolean(7, caller.mayApprove());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void close() {
        database.close();
        try {
            Workshop.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
