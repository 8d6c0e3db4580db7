package dev.shopmirror.admin.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/**
 * The tokens of stores, and who may renew them. A renewal is claimed by two columns and not by a lock: a lock lives as
 * long as its connection, and none is to be held while Shopify is called. A claim that was overtaken, by another replica
 * or by new credentials, writes nothing.
 */
@ApplicationScoped
class TokenRows {

    private static final String COLUMNS =
            "id, shop_domain, status, credential_kind, access_token, access_token_expires_at, refresh_token";

    private static final String FIND = "SELECT " + COLUMNS + " FROM store WHERE id = $1";

    private static final String CLAIM = """
            UPDATE store SET renewal_id = $2, renewal_until = now() + make_interval(secs => $3)
            WHERE id = $1 AND (renewal_until IS NULL OR renewal_until < now())
            RETURNING\s""" + COLUMNS;

    private static final String RELEASE =
            "UPDATE store SET renewal_id = NULL, renewal_until = NULL WHERE id = $1 AND renewal_id = $2";

    private static final String COMMIT = """
            UPDATE store SET access_token = $3, access_token_expires_at = $4,
                refresh_token = coalesce($5, refresh_token),
                renewal_id = NULL, renewal_until = NULL, updated_at = now()
            WHERE id = $1 AND renewal_id = $2 AND status <> 'redacted'""";

    private static final String REFUSE_RENEWAL = """
            UPDATE store SET status = 'disconnected', status_reason = $3,
                renewal_id = NULL, renewal_until = NULL, updated_at = now()
            WHERE id = $1 AND renewal_id = $2 AND status = 'active'""";

    private static final String REFUSE_TOKEN = """
            UPDATE store SET status = 'disconnected', status_reason = $3, updated_at = now()
            WHERE id = $1 AND access_token = $2 AND status = 'active'""";

    private final Pool pool;

    TokenRows(Pool pool) {
        this.pool = pool;
    }

    /** Fails with a problem when there is no such store. */
    Uni<TokenRow> find(UUID storeId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(storeId)).map(rows -> first(rows)
                .orElseThrow(() -> ProblemException.of(Problem.STORE_NOT_FOUND, "No store has the id " + storeId)));
    }

    /** The row as it is once the claim is held; empty while somebody else holds one, or when there is no such store. */
    Uni<Optional<TokenRow>> claim(UUID storeId, UUID claim, Duration lasts) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(storeId, claim, lasts.toMillis() / 1000.0))
                .map(TokenRows::first);
    }

    Uni<Void> release(UUID storeId, UUID claim) {
        return pool.preparedQuery(RELEASE).execute(Tuple.of(storeId, claim)).replaceWithVoid();
    }

    /** Whether the claim still held, and so the tokens are stored; ends it. */
    Uni<Boolean> commit(UUID storeId, UUID claim, SealedCredentials renewed) {
        Instant expiry = renewed.accessTokenExpiresAt();
        Tuple values = Tuple.tuple()
                .addUUID(storeId)
                .addUUID(claim)
                .addString(renewed.accessToken())
                .addOffsetDateTime(expiry == null ? null : expiry.atOffset(ZoneOffset.UTC))
                .addString(renewed.refreshToken());
        return pool.preparedQuery(COMMIT).execute(values).map(TokenRows::changed);
    }

    /** Whether the store is disconnected now because of that: not when it has new credentials, or was not active. */
    Uni<Boolean> refuseRenewal(UUID storeId, UUID claim, String reason) {
        return pool.preparedQuery(REFUSE_RENEWAL)
                .execute(Tuple.of(storeId, claim, reason))
                .map(TokenRows::changed);
    }

    /** Likewise, unless the token is another one by now. */
    Uni<Boolean> refuseToken(TokenRow row, String reason) {
        return pool.preparedQuery(REFUSE_TOKEN)
                .execute(Tuple.of(row.id(), row.accessToken(), reason))
                .map(TokenRows::changed);
    }

    private static boolean changed(RowSet<Row> rows) {
        return rows.rowCount() > 0;
    }

    private static Optional<TokenRow> first(RowSet<Row> rows) {
        return rows.iterator().hasNext() ? Optional.of(tokenRow(rows.iterator().next())) : Optional.empty();
    }

    private static TokenRow tokenRow(Row row) {
        OffsetDateTime expiry = row.getOffsetDateTime("access_token_expires_at");
        return new TokenRow(
                row.getUUID("id"),
                row.getString("shop_domain"),
                row.getString("status"),
                CredentialKind.valueOf(row.getString("credential_kind").toUpperCase(Locale.ROOT)),
                row.getString("access_token"),
                expiry == null ? null : expiry.toInstant(),
                row.getString("refresh_token"));
    }
}
