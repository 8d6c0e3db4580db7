package dev.shopmirror.database;

import java.util.Map;

import org.flywaydb.core.Flyway;

import dev.shopmirror.settings.RequiredSettings;

/** Brings a database to the newest schema. As a program it reads the {@code DATABASE_*} environment and ends. */
public final class Migration {

    private Migration() {}

    /**
     * @param jdbcUrl {@code jdbc:postgresql://host:port/name}
     * @param username owner of the schema, who may create and grant
     * @return how many migrations ran; 0 when the schema was up to date
     */
    public static int migrate(String jdbcUrl, String username, String password) {
        return Flyway.configure()
                .dataSource(jdbcUrl, username, password)
                .locations("classpath:db/migration")
                .connectRetries(30)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @SuppressWarnings("SystemOut") // a program's answer, not a log
    public static void main(String... args) {
        RequiredSettings.of("migration")
                .require("DATABASE_HOST", "host of PostgreSQL")
                .require("DATABASE_NAME", "name of the database, such as shopmirror")
                .require("DATABASE_MIGRATION_USERNAME", "login that owns the schema")
                .require("DATABASE_MIGRATION_PASSWORD", "its password")
                .exitIfMissing();
        Map<String, String> env = System.getenv();
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        env.get("DATABASE_HOST"), env.getOrDefault("DATABASE_PORT", "5432"), env.get("DATABASE_NAME"));
        int executed = migrate(
                url,
                env.getOrDefault("DATABASE_MIGRATION_USERNAME", ""),
                env.getOrDefault("DATABASE_MIGRATION_PASSWORD", ""));
        System.out.println("Schema is up to date, " + executed + " migration(s) ran");
    }
}
