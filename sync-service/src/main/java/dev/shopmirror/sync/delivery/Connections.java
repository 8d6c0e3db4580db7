package dev.shopmirror.sync.delivery;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;

/** What Quarkus has no settings for. */
@Singleton
public class Connections implements PgPoolCreator {

    /** The client by itself does not keep statements over 2,048 characters prepared: the hot ones. */
    private static final int MAX_SQL_LENGTH = 16_384;

    /**
     * What is promised must not depend on the server's defaults: statements see what others committed meanwhile, and what
     * is committed is on disk before its offsets are. And a replica that vanishes must not hold its locks for the hours
     * TCP allows.
     */
    private static final Map<String, String> SESSION = Map.of(
            "default_transaction_isolation",
            "read committed",
            "synchronous_commit",
            "on",
            "idle_in_transaction_session_timeout",
            "120000",
            "tcp_keepalives_idle",
            "30",
            "tcp_keepalives_interval",
            "10",
            "tcp_keepalives_count",
            "3");

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> connections = input.pgConnectOptionsList();
        connections.forEach(Connections::configure);
        return Pool.pool(input.vertx(), connections.get(0), input.poolOptions());
    }

    private static void configure(PgConnectOptions options) {
        options.setPreparedStatementCacheSqlLimit(MAX_SQL_LENGTH);
        options.setTcpKeepAlive(true);
        SESSION.forEach(options::addProperty);
    }
}
