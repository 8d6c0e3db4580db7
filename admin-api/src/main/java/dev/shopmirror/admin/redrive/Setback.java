package dev.shopmirror.admin.redrive;

import java.io.IOException;
import java.util.Set;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

import dev.shopmirror.admin.problem.DatabaseOutage;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/**
 * What a failure means to the redrive that met it.
 *
 * @param passes whether the redrive can go on later; what would only come again ends it
 * @param reason for people
 */
record Setback(boolean passes, String reason) {

    /** SQLSTATE classes that speak of the server's state, beside an outage: failing over, overloaded or locked. */
    private static final Set<String> OF_THE_SERVER = Set.of("25", "40", "53", "55", "57", "58");

    static Setback of(Throwable failure) {
        if (failure instanceof ProblemException problem && problem.problem() == Problem.KAFKA_UNAVAILABLE) {
            return passing(problem.problem().title());
        }
        if (DatabaseOutage.isOne(failure)) {
            return passing("The database did not answer");
        }
        // it is a VertxException too
        if (failure instanceof PgException refusal) {
            return isOfTheServer(refusal.getSqlState())
                    ? passing("The database did not answer")
                    : new Setback(
                            false,
                            "The database refused it, SQLSTATE " + refusal.getSqlState()
                                    + ": see the log of admin-api");
        }
        if (failure instanceof VertxException || failure instanceof IOException) {
            return passing("The database did not answer");
        }
        return new Setback(false, "An unforeseen error, see the log of admin-api");
    }

    private static Setback passing(String what) {
        return new Setback(true, what + ". It goes on by itself.");
    }

    private static boolean isOfTheServer(String sqlState) {
        return sqlState == null || OF_THE_SERVER.contains(sqlState.substring(0, 2));
    }
}
