package dev.shopmirror.admin.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.credential.TokenSeal.Column;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Renewal on a real database, with Shopify's side told what to do. Two of {@link AccessTokens} are two replicas. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class AccessTokensTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ShopifyException REFUSAL = new ShopifyException(Reason.TOKEN_REFUSED, "[API] Invalid", "id-1");

    private final UUID store = UUID.randomUUID();
    private final FakeTokens shopify = new FakeTokens();

    @Inject
    Pool pool;

    @Inject
    TokenSeal seal;

    private AccessTokens tokens;

    @BeforeEach
    void startReplica() {
        tokens = replica(new TokenRows(pool));
    }

    @Test
    void validTokenIsUsedWithoutAskingShopify() {
        givenRefreshable(inMinutes(30));

        assertThat(token()).isEqualTo("shpat_0");
        assertThat(shopify.calls()).isEmpty();
    }

    @Test
    void newPairIsStoredBeforeAnybodyGetsIt() {
        givenRefreshable(inMinutes(-1));

        assertThat(token()).isEqualTo("shpat_1");
        assertThat(stored(Column.ACCESS_TOKEN)).isEqualTo("shpat_1");
        assertThat(stored(Column.REFRESH_TOKEN)).isEqualTo("shprt_1");
        assertThat(expiry()).isBetween(inMinutes(59), inMinutes(61));
        assertThat(column("renewal_id")).isNull();
    }

    @Test
    void tokenIsRenewedOverAndOver() {
        givenRefreshable(inMinutes(-1));
        for (int i = 1; i <= 3; i++) {
            assertThat(token()).isEqualTo("shpat_" + i);
            shopify.firstUse();
            Database.update("UPDATE store SET access_token_expires_at = now() WHERE id = ?", store);
        }
        assertThat(shopify.calls()).containsExactly("refresh shprt_0", "refresh shprt_1", "refresh shprt_2");
    }

    @Test
    void manyRequestsOfTwoReplicasMakeOneCall() {
        givenRefreshable(inMinutes(-1));
        AccessTokens other = replica(new TokenRows(pool));
        CompletableFuture<Void> gate = shopify.closeGate();
        List<CompletableFuture<Secret>> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AccessTokens replica = i % 2 == 0 ? tokens : other;
            requests.add(replica.of(store, Purpose.SERVE).subscribeAsCompletionStage());
        }
        Awaitility.await().until(() -> shopify.calls().size() == 1);
        gate.complete(null);

        assertThat(requests)
                .allSatisfy(request -> assertThat(request.join().reveal()).isEqualTo("shpat_1"));
        assertThat(shopify.calls()).containsExactly("refresh shprt_0");
    }

    @Test
    void requestThatWaitsLongerThanItsClaimIsGivenUpBeforeAnotherReplicaRenews() {
        givenRefreshable(inMinutes(-1));
        CompletableFuture<Void> gate = shopify.closeGate();
        RenewalTimes quick = new RenewalTimes(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(20));
        CompletableFuture<Secret> late = replica(quick).of(store, Purpose.SERVE).subscribeAsCompletionStage();
        Awaitility.await().until(() -> shopify.calls().size() == 1);
        shopify.openGate();

        assertThat(replica(quick)
                        .of(store, Purpose.SERVE)
                        .await()
                        .atMost(PATIENCE)
                        .reveal())
                .isEqualTo("shpat_1");
        gate.complete(null);

        assertThatThrownBy(late::join)
                .hasRootCauseInstanceOf(ShopifyException.class)
                .hasMessageContaining("in time");
        assertThat(shopify.mostUnderWay()).isEqualTo(1);
        assertThat(stored(Column.REFRESH_TOKEN)).isEqualTo("shprt_1");
        assertThat(column("status")).isEqualTo("active");
    }

    @Test
    void requestThatWasGivenUpKeepsOthersAwayUntilItMustBeOver() {
        givenRefreshable(inMinutes(-1));
        CompletableFuture<Void> gate = shopify.closeGate();
        RenewalTimes impatient = new RenewalTimes(Duration.ofMillis(100), Duration.ofHours(1), Duration.ofHours(2));

        assertThatThrownBy(() ->
                        replica(impatient).of(store, Purpose.SERVE).await().atMost(PATIENCE))
                .isInstanceOf(ShopifyException.class);
        gate.complete(null);
        assertThat(column("renewal_until > now() + interval '50 minutes'")).isEqualTo("t");
    }

    @Test
    void pairThatDiedWithItsReplicaIsFetchedAgain() {
        givenRefreshable(inMinutes(-1));
        shopify.refresh("acme.myshopify.com", Secret.of("shprt_0")).await().atMost(PATIENCE);
        Database.update(
                "UPDATE store SET renewal_id = gen_random_uuid(), renewal_until = now() + interval '2 seconds' WHERE id = ?",
                store);

        assertThat(token()).isEqualTo("shpat_2");
        assertThat(stored(Column.REFRESH_TOKEN)).isEqualTo("shprt_2");
    }

    @Test
    void pairThatCannotBeStoredAtOnceIsNotLost() {
        givenRefreshable(inMinutes(-1));
        tokens = replica(failingCommits(2));

        assertThat(token()).isEqualTo("shpat_1");
        assertThat(stored(Column.REFRESH_TOKEN)).isEqualTo("shprt_1");
    }

    @Test
    void pairThatCannotBeStoredAtAllIsNotUsedAndFetchedAgain() {
        givenRefreshable(inMinutes(-1));
        AccessTokens unlucky = replica(failingCommits(100));

        assertThatThrownBy(() -> unlucky.of(store, Purpose.SERVE).await().atMost(PATIENCE))
                .hasMessageContaining("database away");
        assertThat(stored(Column.REFRESH_TOKEN)).isEqualTo("shprt_0");
        assertThat(token()).isEqualTo("shpat_2");
    }

    @Test
    void refusedRenewalDisconnectsTheStoreAndSaysWhy() {
        givenRefreshable(inMinutes(-1));
        shopify.failWith(Reason.TOKEN_REFUSED);
        try (LogRecorder log = LogRecorder.open()) {
            assertThatThrownBy(this::token).isInstanceOfSatisfying(ShopifyException.class, e -> assertThat(e.reason())
                    .isEqualTo(Reason.TOKEN_REFUSED));

            assertThat(column("status")).isEqualTo("disconnected");
            assertThat(column("status_reason"))
                    .startsWith("Shopify refused to renew the access token at ")
                    .endsWith(": told to");
            assertThat(column("renewal_id")).isNull();
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Store disconnected actor=shopmirror store=" + store));
        }
        assertProblem(Problem.STORE_NOT_ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNREACHABLE", "SHOPIFY_ERROR", "RATE_LIMITED", "SHOP_UNAVAILABLE", "INVALID_REQUEST"})
    void otherFailuresLeaveTheStoreActive(Reason reason) {
        givenRefreshable(inMinutes(-1));
        shopify.failWith(reason);

        assertThatThrownBy(this::token).isInstanceOf(ShopifyException.class);
        assertThat(column("status")).isEqualTo("active");
        assertThat(column("renewal_id")).isNull();
        shopify.failWith(null);
        assertThat(token()).isEqualTo("shpat_1");
    }

    @Test
    void tokenAboutToExpireServesWhileShopifyIsAway() {
        givenRefreshable(inMinutes(1));
        shopify.failWith(Reason.UNREACHABLE);

        assertThat(token()).isEqualTo("shpat_0");
        assertThat(shopify.calls()).hasSize(1);
    }

    @Test
    void tokenAboutToExpireServesWhileAnotherReplicaRenewsIt() {
        givenRefreshable(inMinutes(1));
        Database.update(
                "UPDATE store SET renewal_id = gen_random_uuid(), renewal_until = now() + interval '1 hour' WHERE id = ?",
                store);

        assertThat(token()).isEqualTo("shpat_0");
        assertThat(shopify.calls()).isEmpty();
    }

    @Test
    void newCredentialsWinOverARenewalUnderWay() {
        givenRefreshable(inMinutes(-1));
        CompletableFuture<Void> gate = shopify.closeGate();
        CompletableFuture<Secret> request = tokens.of(store, Purpose.SERVE).subscribeAsCompletionStage();
        Awaitility.await().until(() -> shopify.calls().size() == 1);
        Database.update(
                "UPDATE store SET access_token = ?, access_token_expires_at = NULL, renewal_id = NULL,"
                        + " renewal_until = NULL WHERE id = ?",
                seal.seal(store, Column.ACCESS_TOKEN, Secret.of("shpat_given")),
                store);
        gate.complete(null);

        assertThat(request.join().reveal()).isEqualTo("shpat_given");
        assertThat(stored(Column.ACCESS_TOKEN)).isEqualTo("shpat_given");
    }

    @Test
    void refusalOfAnOvertakenRenewalDisconnectsNobody() {
        givenRefreshable(inMinutes(-1));
        CompletableFuture<Void> gate = shopify.closeGate();
        shopify.failWith(Reason.TOKEN_REFUSED);
        CompletableFuture<Secret> request = tokens.of(store, Purpose.SERVE).subscribeAsCompletionStage();
        Awaitility.await().until(() -> shopify.calls().size() == 1);
        Database.update("UPDATE store SET renewal_id = NULL, renewal_until = NULL WHERE id = ?", store);
        gate.complete(null);

        assertThatThrownBy(request::join).hasRootCauseInstanceOf(ShopifyException.class);
        assertThat(column("status")).isEqualTo("active");
    }

    @Test
    void redactionWhileARenewalIsUnderWayLeavesNoToken() {
        givenRefreshable(inMinutes(-1));
        CompletableFuture<Void> gate = shopify.closeGate();
        CompletableFuture<Secret> request = tokens.of(store, Purpose.SERVE).subscribeAsCompletionStage();
        Awaitility.await().until(() -> shopify.calls().size() == 1);
        Database.update(
                "UPDATE store SET status = 'redacted', access_token = NULL, refresh_token = NULL WHERE id = ?", store);
        gate.complete(null);

        assertThatThrownBy(request::join).hasRootCauseInstanceOf(ProblemException.class);
        assertThat(column("access_token")).isNull();
        assertThat(column("refresh_token")).isNull();
    }

    @Test
    void answerWithoutALifetimeIsUnknownAndNotEndless() {
        givenRefreshable(inMinutes(-1));
        shopify.lifetime(null);

        assertThat(token()).isEqualTo("shpat_1");
        assertThat(column("access_token_expires_at")).isNull();
        shopify.firstUse();
        assertThat(insteadOf("shpat_1")).isEqualTo("shpat_2");
    }

    @Test
    void clientCredentialsAreExchangedWhenThereIsNoTokenOrItExpires() {
        given("client_credentials", null, null, null);

        assertThat(token()).isEqualTo("shpat_1");
        assertThat(token()).isEqualTo("shpat_1");
        Database.update("UPDATE store SET access_token_expires_at = now() WHERE id = ?", store);
        assertThat(token()).isEqualTo("shpat_2");
        assertThat(shopify.calls()).containsExactly("client_credentials", "client_credentials");
    }

    @Test
    void refusedTokenIsReplacedByARenewedOne() {
        givenRefreshable(inMinutes(30));

        assertThat(insteadOf("shpat_0")).isEqualTo("shpat_1");
        assertThat(column("status")).isEqualTo("active");
    }

    @Test
    void refusedTokenIsReplacedByWhatCameMeanwhile() {
        givenRefreshable(inMinutes(30));

        assertThat(insteadOf("shpat_earlier")).isEqualTo("shpat_0");
        assertThat(shopify.calls()).isEmpty();
    }

    @Test
    void refusedTokenThatCannotBeRenewedDisconnectsTheStore() {
        given("access_token", "shpat_0", null, null);

        assertThatThrownBy(() -> insteadOf("shpat_0")).isSameAs(REFUSAL);
        assertThat(column("status")).isEqualTo("disconnected");
        assertThat(column("status_reason"))
                .startsWith("Shopify refused the access token at ")
                .endsWith(": [API] Invalid");
    }

    @Test
    void storeThatWasSwitchedOffStaysSo() {
        given("access_token", "shpat_0", null, null);
        Database.update("UPDATE store SET status = 'inactive' WHERE id = ?", store);

        assertThatThrownBy(() -> tokens.insteadOf(Secret.of("shpat_0"), store, Purpose.PROBE, REFUSAL)
                        .await()
                        .atMost(PATIENCE))
                .isSameAs(REFUSAL);
        assertThat(column("status")).isEqualTo("inactive");
    }

    @Test
    void renewedTokenThatIsRefusedTooDisconnectsTheStore() {
        givenRefreshable(inMinutes(30));

        tokens.giveUp(Secret.of("shpat_earlier"), store, REFUSAL).await().atMost(PATIENCE);
        assertThat(column("status")).isEqualTo("active");
        tokens.giveUp(Secret.of("shpat_0"), store, REFUSAL).await().atMost(PATIENCE);
        assertThat(column("status")).isEqualTo("disconnected");
    }

    @Test
    void storeThatIsNotActiveIsOnlyLookedAt() {
        givenRefreshable(inMinutes(30));
        Database.update("UPDATE store SET status = 'uninstalled' WHERE id = ?", store);

        assertProblem(Problem.STORE_NOT_ACTIVE);
        assertThat(tokens.of(store, Purpose.PROBE).await().atMost(PATIENCE).reveal())
                .isEqualTo("shpat_0");
    }

    @Test
    void redactedStoreHasNoTokenWhateverItsKind() {
        given("client_credentials", null, null, null);
        Database.update("UPDATE store SET status = 'redacted' WHERE id = ?", store);

        assertProblem(Problem.STORE_NOT_ACTIVE);
        assertThatThrownBy(() -> tokens.of(store, Purpose.PROBE).await().atMost(PATIENCE))
                .isInstanceOf(ProblemException.class);
        assertThat(shopify.calls()).isEmpty();
    }

    @Test
    void expiredTokenWithNothingToRenewItByIsExplained() {
        given("access_token", "shpat_0", null, inMinutes(-1));

        assertProblem(Problem.ACCESS_TOKEN_UNAVAILABLE);
    }

    @Test
    void tokenUnderALostKeyIsExplained() {
        given("access_token", "shpat_0", null, null);
        Database.update("UPDATE store SET access_token = 'lost' || substr(access_token, 5) WHERE id = ?", store);

        assertProblem(Problem.ACCESS_TOKEN_UNAVAILABLE);
    }

    @Test
    void unknownStoreIsExplained() {
        assertProblem(Problem.STORE_NOT_FOUND);
    }

    private AccessTokens replica(TokenRows rows) {
        return replica(rows, RenewalTimes.REAL);
    }

    private AccessTokens replica(RenewalTimes times) {
        return replica(new TokenRows(pool), times);
    }

    private AccessTokens replica(TokenRows rows, RenewalTimes times) {
        Disconnection disconnection = new Disconnection(rows);
        return new AccessTokens(rows, new TokenRenewal(rows, seal, shopify, disconnection, times), disconnection);
    }

    private TokenRows failingCommits(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new TokenRows(pool) {
            @Override
            Uni<Boolean> commit(UUID storeId, UUID claim, SealedCredentials renewed) {
                Uni<Boolean> commit = super.commit(storeId, claim, renewed);
                return Uni.createFrom()
                        .deferred(() -> left.getAndDecrement() > 0
                                ? Uni.createFrom().failure(new IllegalStateException("database away"))
                                : commit);
            }
        };
    }

    private String token() {
        return tokens.of(store, Purpose.SERVE).await().atMost(PATIENCE).reveal();
    }

    private String insteadOf(String refused) {
        return tokens.insteadOf(Secret.of(refused), store, Purpose.SERVE, REFUSAL)
                .await()
                .atMost(PATIENCE)
                .reveal();
    }

    private void assertProblem(Problem expected) {
        assertThatThrownBy(this::token).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isEqualTo(expected));
    }

    private void givenRefreshable(Instant expiresAt) {
        given("refreshable_token", "shpat_0", "shprt_0", expiresAt);
    }

    private void given(String kind, String access, String refresh, Instant expiresAt) {
        Database.update(
                "INSERT INTO store (id, shop_domain, name, credential_kind, access_token, refresh_token,"
                        + " access_token_expires_at) VALUES (?, ?, 'Acme', ?, ?, ?, ?)",
                store,
                TestStores.newDomain(),
                kind,
                seal.seal(store, Column.ACCESS_TOKEN, access == null ? null : Secret.of(access)),
                seal.seal(store, Column.REFRESH_TOKEN, refresh == null ? null : Secret.of(refresh)),
                expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
    }

    private String stored(Column column) {
        return seal.open(store, column, column(column.name().toLowerCase())).reveal();
    }

    private Instant expiry() {
        return OffsetDateTime.parse(column("to_char(access_token_expires_at AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))
                .toInstant();
    }

    private String column(String name) {
        return Database.text("SELECT " + name + " FROM store WHERE id = ?", store);
    }

    private static Instant inMinutes(long minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }
}
