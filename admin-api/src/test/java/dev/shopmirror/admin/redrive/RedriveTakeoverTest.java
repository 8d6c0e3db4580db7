package dev.shopmirror.admin.redrive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.LedgerRow;
import dev.shopmirror.admin.Owner;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.admin.ledger.LedgerPosition;
import dev.shopmirror.admin.replay.Replayed;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
class RedriveTakeoverTest {

    private static final String DEAD_LETTERS = "/api/admin/dead-letters";
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00.000001Z");

    private final String shop = TestStores.newDomain();

    @Inject
    RedriveLease lease;

    @Inject
    Scheduler scheduler;

    @Test
    void redriveOfACrashedReplicaIsGoneOnWithFromItsLastChunk() {
        try (KafkaLog kafka = KafkaLog.open()) {
            DeliveryKey first = deadLetter(kafka, "dead-0", NOON);
            deadLetter(kafka, "dead-1", NOON);
            deadLetter(kafka, "dead-2", NOON.plusSeconds(1));
            UUID job = job(
                    UUID.randomUUID(),
                    "10 minutes",
                    JobFilter.of(new LedgerPosition(NOON, first)).encode());

            finished(job).body("status", equalTo("done")).body("published", equalTo(3));

            assertThat(kafka.bulk(shop, 2))
                    .extracting(record -> KafkaLog.header(record, EventHeaders.WEBHOOK_ID))
                    .containsExactlyInAnyOrder("dead-1", "dead-2");
        }
    }

    @Test
    void redriveInGoodHandsIsLeftThere() {
        UUID holder = UUID.randomUUID();
        UUID job = job(holder, "0 seconds", null);
        try {
            assertThat(lease.claim().await().indefinitely()).isNull();
            assertThat(Owner.value("SELECT holder FROM redrive_job WHERE id = ?", job))
                    .isEqualTo(holder);
        } finally {
            Owner.execute("DELETE FROM redrive_job WHERE id = ?", job);
        }
    }

    @Test
    void whatAReplicaReportsAfterItLostTheRedriveDoesNotCount() {
        UUID holder = UUID.randomUUID();
        UUID job = job(holder, "0 seconds", null);
        try {
            RedriveJob row = new RedriveJob(job, null, null, null, null, 0, 0, 0, null, null, null, null);
            LedgerPosition last = new LedgerPosition(NOON, new DeliveryKey(shop, "products/update", "dead-0"));
            RedriveLease.Held lost = new RedriveLease.Held(row, UUID.randomUUID());
            RedriveLease.Held kept = new RedriveLease.Held(row, holder);

            assertThat(lease.advance(lost, new Replayed(5, 0), last).await().indefinitely())
                    .isFalse();
            assertThat(lease.done(lost).await().indefinitely()).isFalse();
            assertThat(lease.release(lost, "x").await().indefinitely()).isFalse();
            assertThat(lease.advance(kept, new Replayed(2, 1), last).await().indefinitely())
                    .isTrue();
            get("/redrives/" + job).body("published", equalTo(3)).body("gone", equalTo(1));
        } finally {
            Owner.execute("DELETE FROM redrive_job WHERE id = ?", job);
        }
    }

    @Test
    void redriveThatGotNowhereLetsTheOthersGoFirst() {
        scheduler.pause("redrive");
        UUID stuck = job(null, "20 minutes", null);
        UUID younger = job(null, "10 minutes", null);
        try {
            RedriveLease.Held first = lease.claim().await().indefinitely();
            lease.release(first, "Kafka cannot be reached").await().indefinitely();
            RedriveLease.Held second = lease.claim().await().indefinitely();

            assertThat(first.job().id()).isEqualTo(stuck);
            assertThat(second.job().id()).isEqualTo(younger);
        } finally {
            Owner.execute("DELETE FROM redrive_job WHERE id IN (?, ?)", stuck, younger);
            scheduler.resume("redrive");
        }
    }

    @Test
    void redriveInHandIsKeptHoweverLongItsChunkTakes() {
        try (KafkaLog kafka = KafkaLog.open()) {
            deadLetter(kafka, "dead-0", NOON);
        }
        KafkaServer.shared().stop();
        UUID job = job(null, "0 seconds", null);
        try {
            // the chunk cannot get anywhere, and the holder says that it is still there
            String holds = "SELECT holder::text || updated_at FROM redrive_job WHERE id = ?";
            String claimed = await().until(() -> (String) Owner.value(holds, job), Objects::nonNull);
            String next = await().atMost(Duration.ofSeconds(30))
                    .until(() -> (String) Owner.value(holds, job), now -> !claimed.equals(now));
            assertThat(next).isNotNull().startsWith(claimed.substring(0, 36));
        } finally {
            Owner.execute("DELETE FROM redrive_job WHERE id = ?", job);
            KafkaServer.shared().start();
        }
    }

    @Test
    void redriveThatTheDatabaseRefusesFailsAndSaysWhy() {
        Owner.execute("REVOKE SELECT ON webhook_delivery FROM shopmirror_admin");
        try {
            UUID job = job(null, "0 seconds", null);

            finished(job).body("status", equalTo("failed")).body("error", containsString("42501"));
        } finally {
            Owner.execute("GRANT SELECT ON webhook_delivery TO shopmirror_admin");
        }
    }

    @Test
    void redriveThatCannotGoOnFails() {
        UUID job = UUID.randomUUID();
        Owner.execute(
                "INSERT INTO redrive_job (id, requested_by, filter, status, total)"
                        + " VALUES (?, 'olga', '{\"outcome\": \"lost\"}', 'running', 1)",
                job);

        finished(job).body("status", equalTo("failed")).body("error", containsString("log of admin-api"));
    }

    @Test
    void nothingIsStartedWithoutKafkaAndWhatRunsWaitsForIt() {
        KafkaServer broker = KafkaServer.shared();
        UUID job;
        DeliveryKey key;
        try (KafkaLog kafka = KafkaLog.open()) {
            key = deadLetter(kafka, "dead-0", NOON);
        }
        broker.stop();
        try {
            refused(Map.of("shopDomain", shop));
            refused(Map.of("id", key.id()));
            given().auth()
                    .oauth2(Tokens.viewer())
                    .get("/api/admin/deliveries/" + key.id())
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey("bodyInKafka")));
            assertThat(Owner.value("SELECT count(*) FROM redrive_job WHERE filter ->> 'shopDomain' = ?", shop))
                    .isEqualTo(0L);
            job = job(null, "0 seconds", null);
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> get("/redrives/" + job)
                    .body("status", equalTo("running"))
                    .body("error", containsString("Kafka cannot be reached")));
        } finally {
            broker.start();
        }

        finished(job)
                .body("status", equalTo("done"))
                .body("published", equalTo(2))
                .body("error", nullValue());
    }

    private DeliveryKey deadLetter(KafkaLog kafka, String webhookId, Instant committedAt) {
        return LedgerRow.of(shop, webhookId)
                .deadLettered("broken_json")
                .committedAt(committedAt)
                .at(kafka.delivery(shop, "products/update", webhookId, "{"))
                .insert();
    }

    /** One that published a delivery already, and was last heard of so long ago. */
    private UUID job(UUID holder, String silence, String position) {
        UUID id = UUID.randomUUID();
        Owner.execute("""
                INSERT INTO redrive_job (id, requested_by, filter, status, total, published, holder, updated_at, position)
                VALUES (?, 'olga', jsonb_build_object('shopDomain', ?, 'shopDomains', jsonb_build_array(?),
                    'outcome', 'dead_lettered'), 'running', 3, 1, ?, now() - ?::interval, ?::jsonb)""", id, shop, shop, holder, silence, position);
        return id;
    }

    private static void refused(Map<String, Object> request) {
        given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(request)
                .post(DEAD_LETTERS + "/redrive")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("kafka-unavailable"));
    }

    private static ValidatableResponse finished(UUID job) {
        await("redrive " + job).atMost(Duration.ofSeconds(60)).untilAsserted(() -> get("/redrives/" + job)
                .body("finishedAt", not(nullValue())));
        return get("/redrives/" + job);
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.viewer()).get(DEAD_LETTERS + path).then();
    }
}
