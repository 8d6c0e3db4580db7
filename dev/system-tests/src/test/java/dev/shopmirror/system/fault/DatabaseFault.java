package dev.shopmirror.system.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.shopmirror.localstack.PostgresServer;

/** Something wrong in the database, until it is closed. */
record DatabaseFault(Connection connection, String... remedy) implements AutoCloseable {

    /** Nobody reads or writes the table. */
    static DatabaseFault locked(String table) throws SQLException {
        return of(PostgresServer.shared().ownerConnection(), "BEGIN; LOCK TABLE " + table, "ROLLBACK");
    }

    /** Every statement that writes to the table does this first. */
    static DatabaseFault triggered(String table, String action) throws SQLException {
        return of(
                PostgresServer.shared().ownerConnection(),
                "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + action
                        + "; RETURN NULL; END $$; CREATE TRIGGER fault BEFORE INSERT ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION fault()",
                "DROP FUNCTION fault CASCADE");
    }

    /** As on a replica, or where somebody stopped all writing. */
    static DatabaseFault readOnly() throws SQLException {
        Connection connection = PostgresServer.shared().superuserConnection();
        execute(connection, "ALTER SYSTEM SET default_transaction_read_only = on");
        return of(
                connection,
                "SELECT pg_reload_conf()",
                "SET default_transaction_read_only = off",
                "ALTER SYSTEM RESET default_transaction_read_only",
                "SELECT pg_reload_conf()");
    }

    private static DatabaseFault of(Connection connection, String cause, String... remedy) throws SQLException {
        execute(connection, cause);
        return new DatabaseFault(connection, remedy);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (String statement : remedy) {
                execute(connection, statement);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
