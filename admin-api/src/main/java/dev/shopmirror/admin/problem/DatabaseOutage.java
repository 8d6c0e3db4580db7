package dev.shopmirror.admin.problem;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;

/** Which failures mean that the database was not there, or went away, rather than that it refused a statement. */
public final class DatabaseOutage {

    /** Class 08 is a broken connection; the others: shut down by an administrator or a crash, starting up, full. */
    private static final String BROKEN_CONNECTION = "08";

    private static final Set<String> NOT_NOW = Set.of("57P01", "57P02", "57P03", "53300");

    /** The client has no types for these: a pool without a free connection, and statements that were not sent. */
    private static final Set<String> WORDS_OF_THE_CLIENT = Set.of(
            "Timeout",
            "Timeout waiting for connection",
            "Pending requests failed to be sent due to connection has been closed.");

    /** Of the operating system, where Java has a type for neither. */
    private static final Set<String> WORDS_OF_THE_SYSTEM = Set.of("Connection reset by peer", "Broken pipe");

    private DatabaseOutage() {}

    /** Whether it is one, or is caused by one. */
    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseOutage::isItself);
    }

    private static boolean isItself(Throwable failure) {
        if (failure instanceof DatabaseException refusal) {
            return isNotNow(refusal.getSqlState());
        }
        if (failure instanceof SQLException refusal) {
            return isNotNow(refusal.getSQLState());
        }
        if (failure instanceof VertxException || failure instanceof NoStackTraceThrowable) {
            return failure instanceof ClosedConnectionException || says(WORDS_OF_THE_CLIENT, failure);
        }
        return failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof IOException && says(WORDS_OF_THE_SYSTEM, failure);
    }

    private static boolean isNotNow(String sqlState) {
        return sqlState != null && (sqlState.startsWith(BROKEN_CONNECTION) || NOT_NOW.contains(sqlState));
    }

    private static boolean says(Set<String> words, Throwable failure) {
        return failure.getMessage() != null && words.contains(failure.getMessage());
    }
}
