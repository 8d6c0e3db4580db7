package dev.shopmirror.sync.intake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.pgclient.PgException;

/** Which failures lie in the data, and which in the moment. */
final class Failures {

    /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

    private Failures() {}

    /** Whether the same data would fail again. Everything else is waited out, for as long as it lasts. */
    static boolean isPoison(Throwable failure) {
        return failure instanceof PgException refused
                ? refused.getSqlState() != null
                        && OF_THE_DATA.contains(refused.getSqlState().substring(0, 2))
                : isProgrammingError(failure);
    }

    /** For people: what was refused and where, without the value, which PostgreSQL's own message quotes. */
    static String describe(Throwable failure) {
        if (!(failure instanceof PgException refused)) {
            return failure.getClass().getSimpleName();
        }
        return Stream.of(
                        "SQLSTATE " + refused.getSqlState(),
                        named("table", refused.getTable()),
                        named("column", refused.getColumn()),
                        named("constraint", refused.getConstraint()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** A value that this service itself cannot write: waiting would not help, and it must not hold up the others. */
    private static boolean isProgrammingError(Throwable failure) {
        return failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException;
    }

    private static String named(String what, String name) {
        return name == null ? "" : what + " " + name;
    }
}
