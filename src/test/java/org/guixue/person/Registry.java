package org.guixue.person;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.identity.NationalId;
import org.guixue.office.Office;
import org.guixue.store.HouseDatabase;
import org.guixue.store.Identifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * An invented county and one beside it, on a real Derby and without a server. All test classes of a process share the
 * database, each has counties of its own, and each test invents children of its own. Tells the seed where a test fails.
 */
public final class Registry implements TestWatcher {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    public static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private static final HouseDatabase HOUSE = HouseDatabase.inMemory();
    private static final Identifiers IDENTIFIERS = HOUSE.identifiers();
    private static final AtomicLong ACCOUNTS = new AtomicLong(1_000_000);
    private static final AtomicInteger CHILDREN = new AtomicInteger();
    private static final AtomicInteger OFFICES = new AtomicInteger();
    private static final String SURNAMES = "王李张刘陈杨黄吴马丁";
    private static final String GIVEN = "欣怡子涵浩宇梓轩雨桐思远佳琪志明";

    public final Office bureau;
    public final Office east;
    public final Office eastSchool;
    public final Office eastMiddle;
    public final Office west;
    public final Office westSchool;

    /** No child may go there any more. */
    public final Office closedSchool;

    public final Office otherBureau;
    public final Office otherSchool;

    private final long seed = Long.getLong("guixue.seed", System.nanoTime());
    private final Random random = new Random(seed);

    public Registry() {
        RegistryDesk desk = desk();
        bureau = add(desk, null, OfficeKind.COUNTY_BUREAU, "示范县教育局", "示范县");
        east = add(desk, bureau, OfficeKind.TOWNSHIP, "东山镇人民政府", "东山镇");
        eastSchool = add(desk, east, OfficeKind.SCHOOL, "东山镇中心小学", "");
        eastMiddle = add(desk, east, OfficeKind.SCHOOL, "东山中学", "");
        west = add(desk, bureau, OfficeKind.TOWNSHIP, "西河镇人民政府", "西河镇");
        westSchool = add(desk, west, OfficeKind.SCHOOL, "西河镇中心小学", "");
        closedSchool = add(desk, west, OfficeKind.SCHOOL, "西河教学点", "");
        otherBureau = add(desk, null, OfficeKind.COUNTY_BUREAU, "邻县教育局", "邻县");
        Office other = add(desk, otherBureau, OfficeKind.TOWNSHIP, "南坪镇人民政府", "南坪镇");
        otherSchool = add(desk, other, OfficeKind.SCHOOL, "南坪镇中心小学", "");
        HOUSE.execute("update office set closed = true where id = " + closedSchool.id());
    }

    private static Office add(RegistryDesk desk, @Nullable Office parent, OfficeKind kind, String name, String region) {
        return desk.transactions.run(() -> desk.offices.add(new Office(
                parent == null ? null : desk.offices.find(parent.id()).orElseThrow(),
                kind,
                name,
                "9%05d".formatted(OFFICES.incrementAndGet()),
                "",
                "shifan",
                region)));
    }

    /** With the same clock and the same ids to take from. */
    public RegistryDesk desk() {
        return new RegistryDesk(HOUSE, IDENTIFIERS, CLOCK);
    }

    /** A clerk, a township's or the bureau's account with no grants, each time another one. */
    public Caller caller(Role role, Office office) {
        return caller(role, office, false);
    }

    /** With the grant to read of health and disability. */
    public Caller trusted(Role role, Office office) {
        return caller(role, office, true);
    }

    private Caller caller(Role role, Office office, boolean sensitive) {
        long account = ACCOUNTS.incrementAndGet();
        return new Caller(account, "u" + account, "经办" + account, role, office.scope(), sensitive, false, "127.0.0.1");
    }

    /** A child with an ID and a name that no other child has. */
    public InventedChild invent(Office school) {
        return new InventedChild(inventedName(), inventedId(), school);
    }

    private String inventedName() {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 0; i < 4; i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.append((char) ('一' + CHILDREN.get())).toString();
    }

    /** Every child has a birthday of its own. */
    public String inventedId() {
        String born = LocalDate.of(2014, 1, 1)
                .minusDays(CHILDREN.getAndIncrement() % 3000)
                .toString()
                .replace("-", "");
        String first17 = "360799" + born + "%03d".formatted(random.nextInt(1000));
        return first17 + NationalId.checkCharacter(first17);
    }

    /** Of a child that was born on that day. */
    public String idOf(LocalDate born) {
        String first17 =
                "360799" + born.toString().replace("-", "") + "%03d".formatted(CHILDREN.getAndIncrement() % 1000);
        return first17 + NationalId.checkCharacter(first17);
    }

    /** Another school of the east, each time a new one. */
    public Office school() {
        return add(desk(), east, OfficeKind.SCHOOL, "东山镇第二小学", "");
    }

    /** A file that an office keeps as a proof about a child; its id. Not kept yet where it has no file. */
    public long proof(long child, Office office, boolean kept) {
        long id = IDENTIFIERS.next("evidence");
        execute(
                ("insert into evidence (id, archival_number, file_type, byte_count, sha256, file_name, student_id, child_key,"
                                + " office_id, office_path, handed_in_by, handed_in_by_name, sensitive, record_json, reserved_at, kept_at)"
                                + " values (%d, 'SF01-ZJ.2026-D30-%04d', 'JPEG', 9, '%064x', '家访照片.jpg', %d, %d, %d, '%s', 1, '', false,"
                                + " cast(X'7b7d' as blob), current_timestamp, %s)")
                        .formatted(
                                id,
                                id,
                                id,
                                child,
                                child,
                                office.id(),
                                office.path(),
                                kept ? "current_timestamp" : "null"));
        return id;
    }

    /** A county of its own: a bureau and nothing below. */
    public Office county() {
        return add(desk(), null, OfficeKind.COUNTY_BUREAU, "别县教育局", "别县");
    }

    public void execute(String... statements) {
        HOUSE.execute(statements);
    }

    /** The first column of all rows, with | between them. */
    public String text(String query) {
        try (Connection connection = HOUSE.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            StringJoiner all = new StringJoiner("|");
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The acts that the trail tells of a child, oldest first. */
    public String told(long child) {
        return text("select act from audit_event where child = " + child + " order by id");
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        test.publishReportEntry("guixue.seed", Long.toString(seed));
        System.err.println(test.getDisplayName() + " failed; the same children again with -Dguixue.seed=" + seed);
    }
}
