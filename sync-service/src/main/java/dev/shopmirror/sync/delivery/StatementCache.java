package dev.shopmirror.sync.delivery;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;

/** Prepares statements once a connection. The client by itself leaves out those over 2,048 characters: the hot ones. */
@Singleton
public class StatementCache implements PgPoolCreator {

    private static final int MAX_SQL_LENGTH = 16_384;

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> connections = input.pgConnectOptionsList();
        connections.forEach(options -> options.setPreparedStatementCacheSqlLimit(MAX_SQL_LENGTH));
        return Pool.pool(input.vertx(), connections.get(0), input.poolOptions());
    }
}
