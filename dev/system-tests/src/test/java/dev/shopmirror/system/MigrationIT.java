package dev.shopmirror.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresServer;

/** The migration as containers run it: alone, to its end, any number of times. */
class MigrationIT {

    private static final String DATABASE = "shopmirror_migration_it";

    private record Run(int exitCode, String output) {}

    @BeforeEach
    void createEmptyDatabase() throws SQLException {
        try (Connection superuser = PostgresServer.shared().superuserConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + PostgresServer.OWNER);
        }
    }

    @Test
    void emptyDatabaseIsMigratedOnceAndThenUpToDate() throws Exception {
        Run first = run(PostgresServer.OWNER);
        Run second = run(PostgresServer.OWNER);

        assertThat(first.exitCode).as(first.output).isZero();
        assertThat(first.output).contains("Schema is up to date, " + migrations() + " migration(s) ran");
        assertThat(second.exitCode).as(second.output).isZero();
        assertThat(second.output).contains("Schema is up to date, 0 migration(s) ran");
    }

    @Test
    void loginThatMayNotCreateFailsAndSaysSo() throws Exception {
        Run refused = run("sync_service");

        assertThat(refused.exitCode).isNotZero();
        assertThat(refused.output).contains("permission denied for schema public");
    }

    private static long migrations() throws IOException {
        try (Stream<Path> files = Files.list(RepositoryFiles.path("libs/database/src/main/resources/db/migration"))) {
            return files.count();
        }
    }

    private static Run run(String login) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Program.MIGRATION.jar().toString())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "DATABASE_HOST", "127.0.0.1",
                        "DATABASE_PORT",
                                Integer.toString(PostgresServer.shared().port()),
                        "DATABASE_NAME", DATABASE,
                        "DATABASE_MIGRATION_USERNAME", login,
                        "DATABASE_MIGRATION_PASSWORD", login));
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new Run(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
