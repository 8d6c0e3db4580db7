package dev.shopmirror.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.database.Migration;

/**
 * A real PostgreSQL with the {@code shopmirror} database, the deployment's roles and the newest schema. Commits are
 * durable: {@code fsync} and {@code synchronous_commit} are on, as in production.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String DATABASE = "shopmirror";

    /** Owner of the schema; migrations run as it. */
    public static final String OWNER = "shopmirror";

    private static final String SUPERUSER = "postgres";

    /** The system tells a start by the second in which it booted, as it was known when this process started. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /** How the schema's owner connects. */
    private record Owner(String host, String database, String username, String password) {}

    private final Path dataDirectory;
    private final int port;
    private final Owner owner;
    private @Nullable EmbeddedPostgres engine;
    private Instant lastStart = Instant.MAX;

    private PostgresServer(Path dataDirectory, int port, Owner owner) {
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.owner = owner;
    }

    /** The one server of this JVM, started at first use and stopped with the JVM. */
    public static PostgresServer shared() {
        return SharedEngines.postgres();
    }

    /** The server that the environment names; started, migrated and stopped by somebody else. */
    static PostgresServer external() {
        return new PostgresServer(
                Path.of("external"),
                Integer.parseInt(ExternalEngines.setting("DATABASE_PORT")),
                new Owner(
                        ExternalEngines.setting("DATABASE_HOST"),
                        ExternalEngines.setting("DATABASE_NAME"),
                        ExternalEngines.setting("DATABASE_MIGRATION_USERNAME"),
                        ExternalEngines.setting("DATABASE_MIGRATION_PASSWORD")));
    }

    /**
     * Starts a server, prepares the roles and migrates the schema.
     *
     * @param dataDirectory created when absent; kept when the server stops
     * @param port on 127.0.0.1
     */
    public static PostgresServer start(Path dataDirectory, int port) {
        PostgresServer server = at(dataDirectory, port);
        server.start();
        server.prepare();
        return server;
    }

    /** A server that is not started yet. */
    public static PostgresServer at(Path dataDirectory, int port) {
        return new PostgresServer(dataDirectory, port, new Owner("127.0.0.1", DATABASE, OWNER, OWNER));
    }

    /** Starts the stopped server on its old port and data. */
    public void start() {
        lastStart = Instant.now();
        try {
            Files.createDirectories(dataDirectory);
            engine = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(dataDirectory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setOutputRedirector(log())
                    .setErrorRedirector(log())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start on port " + port + ", see " + logFile()
                            + ". If an interrupted first start left " + dataDirectory
                            + " half made, remove it (run-local: --fresh).",
                    e);
        }
    }

    /** Stops the server; its data stays. */
    public void stop() {
        ExternalEngines.requireOurs();
        try {
            if (engine != null) {
                engine.close();
                engine = null;
            } else {
                stopHalfStarted();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL on port " + port + " did not stop", e);
        }
    }

    /** Stops the server as a crash would: nothing is written any more, the next start recovers from the log. */
    public void stopImmediately() {
        ExternalEngines.requireOurs();
        try {
            ProcessHandle server = postmaster()
                    .orElseThrow(() -> new IllegalStateException("No PostgreSQL of ours runs on port " + port));
            int status = new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill answered " + status);
            }
            server.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL on port " + port + " did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping PostgreSQL", e);
        }
        // only tidies up: there is no process left to stop
        stop();
    }

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + owner.host() + ":" + port + "/" + owner.database();
    }

    /** For psql and the like, as the owner. */
    public String url() {
        return "postgresql://" + OWNER + "@127.0.0.1:" + port + "/" + DATABASE;
    }

    /** A new connection as the owner of the schema; the caller closes it. */
    public Connection ownerConnection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), owner.username(), owner.password());
    }

    /** A new connection as the superuser, who may change the server's settings; the caller closes it. */
    public Connection superuserConnection() throws SQLException {
        ExternalEngines.requireOurs();
        return DriverManager.getConnection(jdbcUrl(), SUPERUSER, SUPERUSER);
    }

    /** Creates the roles and the database where they are missing, and migrates the schema. */
    public void prepare() {
        try {
            createRolesAndDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException("Roles of the database could not be created", e);
        }
        Migration.migrate(jdbcUrl(), owner.username(), owner.password());
    }

    private void createRolesAndDatabase() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, SUPERUSER, SUPERUSER);
                Statement statement = connection.createStatement()) {
            createRole(statement, OWNER, "LOGIN PASSWORD '" + OWNER + "'");
            for (PostgresLogin login : PostgresLogin.values()) {
                createRole(statement, login.group(), "NOLOGIN");
                createRole(
                        statement,
                        login.username(),
                        "LOGIN PASSWORD '" + login.password() + "' IN ROLE " + login.group());
            }
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
    }

    private static void createRole(Statement statement, String name, String options) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " " + options);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /**
     * The launcher detaches the server from this process, so an interrupted start leaves it behind: end it by its id,
     * if it is no older than that start.
     */
    private void stopHalfStarted() throws IOException {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pidFile).get(0).trim()))
                        .filter(this::isOurs)
                : Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(start -> !start.isBefore(lastStart.minus(CLOCKS_DIFFER)))
                .isPresent();
    }

    private ProcessBuilder.Redirect log() {
        return ProcessBuilder.Redirect.appendTo(logFile().toFile());
    }

    private Path logFile() {
        return dataDirectory.resolveSibling("postgres.log");
    }
}
