package org.guixue.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.guixue.Sha256;

/**
 * Proves the trail without the server: {@code java -cp … org.guixue.audit.VerifyTrail <home>/db}, with the heads that the archive
 * keeps on standard input, a line {@code <length> <head>} each.
 *
 * <p>Opens the Derby database for the time of one reading. Writes no row; Derby itself brings a database that was killed up
 * to date. Ends with 0 when the trail holds, 1 when something does not fit (the line says what), 3 when it could not be
 * read, because the server runs on it or there is no database.
 */
public final class VerifyTrail {
    /** {@code XSDB6}: another process works on the database. {@code XJ004}: there is none. */
    private static final String IN_USE = "XSDB6";

    private static final String NONE = "XJ004";
    private static final String LINKS =
            "select l.number, l.event_id, l.event_hash, l.previous_hash, l.link_hash, e.* from"
                    + " audit_link l left join audit_event e on e.id = l.event_id order by l.number";
    private static final String UNLINKED = "select e.* from audit_event e where not exists"
            + " (select l.number from audit_link l where l.event_id = e.id) order by e.happened_at, e.id";

    private VerifyTrail() {}

    public static void main(String[] arguments) throws IOException {
        List<AuditHead> heads;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            heads = in.lines().map(VerifyTrail::head).toList();
        }
        System.exit(run(arguments[0], heads, System.out));
    }

    private static AuditHead head(String line) {
        String[] parts = line.split(" ");
        return new AuditHead(Long.parseLong(parts[0]), new Sha256(parts[1]));
    }

    static int run(String database, List<AuditHead> heads, PrintStream out) {
        try (Connection connection = DriverManager.getConnection("jdbc:derby:" + database, "guixue", "guixue")) {
            connection.setReadOnly(true);
            return report(check(connection, heads), out);
        } catch (SQLException e) {
            return unread(e, database, out);
        } finally {
            shutDown(database);
        }
    }

    private static int report(AuditCheck check, PrintStream out) {
        check.firstOdd().ifPresent(odd -> out.println("不符 审计轨迹  " + odd.sentence()));
        if (check.unchained() > 0) {
            out.println("待入链 审计轨迹  " + check.unchained() + "条记录还没有入链，服务下次启动时补入");
        }
        out.println("审计轨迹 " + check.head().length() + " 条，" + (check.holds() ? "全部相符" : "有不符之处"));
        return check.holds() ? 0 : 1;
    }

    private static int unread(SQLException e, String database, PrintStream out) {
        for (Throwable cause : e) {
            if (cause instanceof SQLException sql && IN_USE.equals(sql.getSQLState())) {
                out.println("未核对 审计轨迹  服务正在使用数据库；请停止服务后再核对，或在“管理—审计”页面上核对");
                return 3;
            }
            if (cause instanceof SQLException sql && NONE.equals(sql.getSQLState())) {
                out.println("未核对 审计轨迹  没有数据库：" + database);
                return 3;
            }
        }
        out.println("未核对 审计轨迹  数据库读不出来：" + e.getMessage());
        return 3;
    }

    static AuditCheck check(Connection connection, List<AuditHead> heads) throws SQLException {
        ChainWalk walk = new ChainWalk(heads);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LINKS)) {
            while (walk.goesOn() && rows.next()) {
                walk.next(
                        new AuditLink(
                                rows.getLong(1),
                                rows.getLong(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5)),
                        event(rows));
            }
        }
        long unchained = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(UNLINKED)) {
            while (rows.next()) {
                unchained++;
                event(rows).ifPresent(walk::unlinked);
            }
        }
        return new AuditCheck(walk.head(), walk.end(), unchained);
    }

    private static Optional<AuditEvent> event(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(AuditEvent.stored(
                        id,
                        List.of(
                                row.getString("username"),
                                row.getString("display_name"),
                                row.getString("actor_role"),
                                row.getString("address"),
                                row.getString("act"),
                                row.getString("subject_kind"),
                                row.getString("subject_id"),
                                row.getString("why"),
                                row.getString("detail")),
                        List.of(row.getLong("account"), row.getLong("office"), row.getLong("child")),
                        row.getTimestamp("happened_at").toLocalDateTime()));
    }

    private static void shutDown(String database) {
        try {
            DriverManager.getConnection("jdbc:derby:" + database + ";shutdown=true", "guixue", "guixue")
                    .close();
        } catch (SQLException e) {
            // Derby says by an exception that it is down, and also that it never was up
            return;
        }
    }
}
