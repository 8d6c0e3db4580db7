package dev.shopmirror.sync.intake;

import java.time.DateTimeException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Which failures lie in the data, and which in the moment. */
final class Failures {

    /** SQLSTATE classes: cardinality violation, data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23", "54");

    /** SQLSTATEs: query cancelled (by a time limit), out of memory, limit of the configuration exceeded. */
    private static final Set<String> OF_THE_SIZE = Set.of("57014", "53200", "53400");

    /** The client quotes values in brackets. */
    private static final Pattern QUOTED = Pattern.compile("\\[.*]", Pattern.DOTALL);

    private Failures() {}

    /** Whether the same data would fail again. Everything else is waited out, for as long as it lasts. */
    static boolean isPoison(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && OF_THE_DATA.stream().anyMatch(refused.getSqlState()::startsWith);
    }

    /** Whether a smaller batch might pass where this one does not. */
    static boolean isOfTheSize(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && OF_THE_SIZE.contains(refused.getSqlState());
    }

    /**
     * Whether the failure may lie in the data or in the moment. A value that cannot be encoded and a connection that
     * broke under a statement both end in these: only seeing it again, with the database there, tells.
     */
    static boolean isAmbiguous(Throwable failure) {
        return failure instanceof NoStackTraceThrowable
                || failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof DateTimeException;
    }

    /** For people: what failed and where, without the value, which messages of PostgreSQL and its client quote. */
    static String describe(Throwable failure) {
        if (failure instanceof NoStackTraceThrowable ofTheClient) {
            return QUOTED.matcher(String.valueOf(ofTheClient.getMessage())).replaceAll("[...]");
        }
        if (isAmbiguous(failure)) {
            return failure.getClass().getSimpleName();
        }
        return isPoison(failure) ? refusal((PgException) failure) : failure.toString();
    }

    private static String refusal(PgException refused) {
        return Stream.of(
                        "SQLSTATE " + refused.getSqlState(),
                        named("table", refused.getTable()),
                        named("column", refused.getColumn()),
                        named("constraint", refused.getConstraint()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String what, String name) {
        return name == null ? "" : what + " " + name;
    }
}
