package dev.shopmirror.admin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import dev.shopmirror.localstack.PostgresServer;

/** The database of the tests as its owner sees it. */
public final class Database {

    private Database() {}

    /** How many rows a statement changed. */
    public static int update(String sql, Object... values) {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row as text; null where it is null. */
    public static String text(String sql, Object... values) {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
