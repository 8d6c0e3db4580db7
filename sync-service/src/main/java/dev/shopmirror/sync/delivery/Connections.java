package dev.shopmirror.sync.delivery;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;

/** What Quarkus has no settings for. */
@Singleton
public class Connections implements PgPoolCreator {

    /** The client by itself does not keep statements over 2,048 characters prepared: the hot ones. */
    private static final int MAX_SQL_LENGTH = 16_384;

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> connections = input.pgConnectOptionsList();
        connections.forEach(Connections::configure);
        return Pool.pool(input.vertx(), connections.get(0), input.poolOptions());
    }

    private static void configure(PgConnectOptions options) {
        options.setPreparedStatementCacheSqlLimit(MAX_SQL_LENGTH);
        options.setTcpKeepAlive(true);
    }
}
