package dev.shopmirror.admin.reencryption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.AdminEnvironment;
import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.credential.TestSeals;
import dev.shopmirror.admin.credential.TokenSeal;
import dev.shopmirror.admin.credential.TokenSeal.Column;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class ReencryptionTest {

    private static final String PATH = "/api/admin/stores/reencrypt";
    private static final String LOST_KEY = AdminEnvironment.OLD_KEY.replace("old:", "lost:");

    private final TokenSeal old = TestSeals.of(AdminEnvironment.OLD_KEY);

    @Inject
    TokenSeal current;

    @Inject
    Pool pool;

    @Test
    void everyTokenComesUnderTheFirstKeyAndIsTheSame() {
        List<UUID> stores = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            stores.add(store(old, "shpat_" + i, i % 2 == 0 ? "shprt_" + i : null));
        }
        UUID without = store(old, null, null);

        JsonPath answer = run(Tokens.operator());

        assertThat(answer.getLong("reencrypted")).isGreaterThanOrEqualTo(250);
        assertThat(answer.getString("keyId")).isEqualTo("test");
        assertThat(answer.getList("failed"))
                .doesNotContainAnyElementsOf(stores.stream().map(UUID::toString).toList());
        for (int i = 0; i < 250; i++) {
            assertThat(opened(stores.get(i), Column.ACCESS_TOKEN)).isEqualTo("shpat_" + i);
        }
        assertThat(opened(stores.get(0), Column.REFRESH_TOKEN)).isEqualTo("shprt_0");
        assertThat(stored(stores.get(0), Column.REFRESH_TOKEN)).startsWith("test:");
        assertThat(stored(without, Column.ACCESS_TOKEN)).isNull();
    }

    @Test
    void secondRunFindsNothingToDo() {
        UUID store = store(old, "shpat_1", null);
        run(Tokens.operator());
        String ciphertext = stored(store, Column.ACCESS_TOKEN);

        JsonPath again = run(Tokens.operator());

        assertThat(again.getLong("reencrypted")).isZero();
        assertThat(again.getLong("alreadyCurrent")).isPositive();
        assertThat(stored(store, Column.ACCESS_TOKEN)).isEqualTo(ciphertext);
    }

    @Test
    void storeWhoseKeyIsLostIsNamedAndHoldsNobodyUp() {
        UUID lost = store(TestSeals.of(LOST_KEY), "shpat_lost", null);
        UUID fine = store(old, "shpat_fine", null);
        try (LogRecorder log = LogRecorder.open()) {
            given().auth()
                    .oauth2(Tokens.operator())
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("success", equalTo(false))
                    .body("failed", hasItem(lost.toString()))
                    .body("failed", not(hasItem(fine.toString())));

            assertThat(opened(fine, Column.ACCESS_TOKEN)).isEqualTo("shpat_fine");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("store=" + lost) && line.contains("encryption key lost"))
                    .anyMatch(line -> line.startsWith("audit ") && line.contains("Tokens re-encrypted actor=olga"))
                    .noneMatch(line -> line.contains("shpat_lost") || line.contains("shpat_fine"));
        } finally {
            Database.update("DELETE FROM store WHERE id = ?", lost);
        }
    }

    /** A renewal that commits between the read and the write has put newer tokens there. */
    @Test
    void tokenThatWasRenewedMeanwhileIsNotOverwritten() {
        UUID store = store(old, "shpat_before", "shprt_before");
        SealedTokenRows rows = new SealedTokenRows(pool) {
            @Override
            Uni<Boolean> replace(SealedTokens before, SealedTokens ciphertext) {
                if (before.storeId().equals(store)) {
                    renew(store);
                }
                return super.replace(before, ciphertext);
            }
        };

        ReencryptionAnswer answer =
                new Reencryption(rows, current).run().await().indefinitely();

        assertThat(opened(store, Column.ACCESS_TOKEN)).isEqualTo("shpat_renewed");
        assertThat(opened(store, Column.REFRESH_TOKEN)).isEqualTo("shprt_renewed");
        assertThat(answer.failed()).doesNotContain(store);
    }

    @Test
    void onlyAnOperatorOfAllStoresMay() {
        given().auth().oauth2(Tokens.viewer()).post(PATH).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.limitedTo("operator", TestStores.register(TestStores.newDomain(), "shpat_1")))
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("store-forbidden"));
    }

    private void renew(UUID store) {
        Database.update(
                "UPDATE store SET access_token = ?, refresh_token = ? WHERE id = ?",
                current.seal(store, Column.ACCESS_TOKEN, Secret.of("shpat_renewed")),
                current.seal(store, Column.REFRESH_TOKEN, Secret.of("shprt_renewed")),
                store);
    }

    private static JsonPath run(String token) {
        return given().auth()
                .oauth2(token)
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static UUID store(TokenSeal seal, String access, String refresh) {
        UUID id = UUID.randomUUID();
        Database.update(
                "INSERT INTO store (id, shop_domain, name, credential_kind, access_token, refresh_token)"
                        + " VALUES (?, ?, 'Acme', 'refreshable_token', ?, ?)",
                id,
                TestStores.newDomain(),
                seal.seal(id, Column.ACCESS_TOKEN, access == null ? null : Secret.of(access)),
                seal.seal(id, Column.REFRESH_TOKEN, refresh == null ? null : Secret.of(refresh)));
        return id;
    }

    private String opened(UUID store, Column column) {
        return current.open(store, column, stored(store, column)).reveal();
    }

    private static String stored(UUID store, Column column) {
        return Database.text("SELECT " + column.name() + " FROM store WHERE id = ?", store);
    }
}
