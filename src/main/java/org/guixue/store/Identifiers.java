package org.guixue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Hands out the ids of rows, a block of {@value #BLOCK} at a time from the table {@code identifier}. A block is committed on
 * a connection of its own before its first id is handed out, so nobody waits for anybody's transaction and a rollback gives
 * nothing back. Two of them on one database never hand out the same id.
 *
 * <p>Ids say nothing about order: what lies in a block when the house closes is never used. Safe for many threads.
 */
public final class Identifiers {
    private static final int BLOCK = 50;
    private static final String ADD = "update identifier set last_id = last_id + ? where table_name = ?";
    private static final String READ = "select last_id from identifier where table_name = ?";

    private final DataSource atOnce;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    /** @param atOnce takes no part in transactions: what is written through it is committed at once */
    public Identifiers(DataSource atOnce) {
        this.atOnce = atOnce;
    }

    public long next(String table) {
        return take(table, 1);
    }

    /** The first of so many ids in a row. */
    public long take(String table, int howMany) {
        if (howMany < 1) {
            throw new IllegalArgumentException("expected at least one id to take, found " + howMany);
        }
        return blocks.computeIfAbsent(table, Block::new).take(howMany);
    }

    private final class Block {
        private final String table;
        private long next = 1;
        private long last;

        Block(String table) {
            this.table = table;
        }

        synchronized long take(int howMany) {
            if (howMany > BLOCK) {
                return fetch(howMany) - howMany + 1;
            }
            if (last - next + 1 < howMany) {
                last = fetch(BLOCK);
                next = last - BLOCK + 1;
            }
            long first = next;
            next += howMany;
            return first;
        }

        private long fetch(int howMany) {
            try (Connection connection = atOnce.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    long fetched = fetch(connection, howMany);
                    connection.commit();
                    return fetched;
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("no ids for table " + table, e);
            }
        }

        private long fetch(Connection connection, int howMany) throws SQLException {
            try (PreparedStatement add = connection.prepareStatement(ADD);
                    PreparedStatement read = connection.prepareStatement(READ)) {
                add.setLong(1, howMany);
                add.setString(2, table);
                if (add.executeUpdate() != 1) {
                    throw new IllegalStateException("expected a row for table " + table + " in identifier, found none");
                }
                read.setString(1, table);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }
    }
}
