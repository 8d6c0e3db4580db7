package dev.shopmirror.localstack;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;

/** Behind {@link WithPostgres}. */
public final class PostgresResource implements QuarkusTestResourceConfigurableLifecycleManager<WithPostgres> {

    private PostgresLogin login = PostgresLogin.SYNC;

    @Override
    public void init(WithPostgres annotation) {
        login = annotation.login();
    }

    @Override
    public Map<String, String> start() {
        if (ExternalEngines.wanted()) {
            return ExternalEngines.databaseSettings();
        }
        return Map.of(
                "DATABASE_HOST", "127.0.0.1",
                "DATABASE_PORT", Integer.toString(PostgresServer.shared().port()),
                "DATABASE_NAME", PostgresServer.DATABASE,
                "DATABASE_USERNAME", login.username(),
                "DATABASE_PASSWORD", login.password());
    }

    /** The server serves the next test class too and stops with the JVM. */
    @Override
    public void stop() {}
}
