package dev.shopmirror.database;

import org.jspecify.annotations.Nullable;

/** Which schema the services need, and how they find out which one a database has. */
public final class SchemaVersion {

    /** Version of the newest migration. Not a compile-time constant, lest another module keep an old copy of it. */
    public static final int CURRENT;

    /** One row, one column: the version of the newest migration that ran, an integer; null when none did. */
    public static final String QUERY =
            "SELECT max(version::integer) FROM flyway_schema_history WHERE success AND version IS NOT NULL";

    static {
        CURRENT = 6;
    }

    private SchemaVersion() {}

    /** Whether a service of this release can work with the schema. A newer one is fine: migrations only add. */
    public static boolean suffices(@Nullable Integer found) {
        return found != null && found >= CURRENT;
    }

    /**
     * Whether a refusal of {@link #QUERY} means that the schema is older than this release: there is no history yet, or
     * the services may not read it yet.
     *
     * @param sqlState null when it was not the database that refused
     */
    public static boolean isTooOld(@Nullable String sqlState) {
        return "42P01".equals(sqlState) || "42501".equals(sqlState);
    }
}
