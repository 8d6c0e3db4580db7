package dev.shopmirror.admin.reencryption;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tokens of all stores, a chunk at a time. */
@ApplicationScoped
class SealedTokenRows {

    private static final String COUNT =
            "SELECT count(*) FROM store WHERE access_token IS NOT NULL OR refresh_token IS NOT NULL";

    private static final String IS_UNDER_ANOTHER_KEY =
            "(split_part(access_token, ':', 1) <> $1 OR split_part(refresh_token, ':', 1) <> $1)";

    private static final String UNDER_ANOTHER_KEY = "SELECT id, access_token, refresh_token FROM store WHERE "
            + IS_UNDER_ANOTHER_KEY + " AND id > $2 ORDER BY id LIMIT $3";

    private static final String IDS = "SELECT id FROM store WHERE " + IS_UNDER_ANOTHER_KEY + " ORDER BY id";

    /** Whoever renewed the tokens meanwhile wins: what it wrote is newer. */
    private static final String REPLACE = """
            UPDATE store SET access_token = $2, refresh_token = $3
            WHERE id = $1 AND access_token IS NOT DISTINCT FROM $4 AND refresh_token IS NOT DISTINCT FROM $5""";

    private final Pool pool;

    SealedTokenRows(Pool pool) {
        this.pool = pool;
    }

    /** Stores that have a token. */
    Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** In the order of the ids, from the first one after {@code last}. */
    Uni<List<SealedTokens>> underAnotherKey(UUID last, String keyId, int limit) {
        return pool.preparedQuery(UNDER_ANOTHER_KEY)
                .execute(Tuple.of(keyId, last, limit))
                .map(SealedTokenRows::tokens);
    }

    Uni<List<UUID>> idsUnderAnotherKey(String keyId) {
        return pool.preparedQuery(IDS)
                .execute(Tuple.of(keyId))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Whether the tokens were still the old ones. */
    Uni<Boolean> replace(SealedTokens old, SealedTokens ciphertext) {
        Tuple values = Tuple.of(
                old.storeId(),
                ciphertext.accessToken(),
                ciphertext.refreshToken(),
                old.accessToken(),
                old.refreshToken());
        return pool.preparedQuery(REPLACE).execute(values).map(rows -> rows.rowCount() > 0);
    }

    private static List<SealedTokens> tokens(RowSet<Row> rows) {
        List<SealedTokens> tokens = new ArrayList<>();
        rows.forEach(row -> tokens.add(new SealedTokens(row.getUUID(0), row.getString(1), row.getString(2))));
        return tokens;
    }
}
