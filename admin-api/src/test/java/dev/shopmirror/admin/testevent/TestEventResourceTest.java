package dev.shopmirror.admin.testevent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.LedgerRow;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** The way of a test event, with a server of this test at the base URL. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
@TestProfile(TestEventResourceTest.OwnBaseUrl.class)
class TestEventResourceTest {

    private static final int PORT = freePort();

    public static class OwnBaseUrl implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("webhook.base-url", "http://localhost:" + PORT, "shopmirror.test-event.patience", "2s");
        }
    }

    private final String shop = TestStores.newDomain();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KafkaLog kafka;
    private String storeId;

    /** What the server does with a delivery before it answers. */
    private interface Intake {
        void take(String webhookId, String body);
    }

    @BeforeEach
    void begin() {
        storeId = TestStores.register(shop);
        kafka = KafkaLog.open();
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.stop(0);
        }
        kafka.close();
    }

    @Test
    void eventThatIsCommittedArrived() {
        serve(200, (webhookId, body) -> {
            RecordPosition position = kafka.delivery(shop, "shopmirror/test", webhookId, body);
            LedgerRow.of(shop, webhookId)
                    .topic("shopmirror/test")
                    .ignored("test")
                    .at(position)
                    .insert();
        });

        send().body("success", equalTo(true))
                .body("data.http.status", equalTo(200))
                .body("data.kafka.topic", equalTo(KafkaTopics.WEBHOOKS))
                .body("data.database.outcome", equalTo("ignored"))
                .body("data.stoppedAt", nullValue());
        assertThat(paths).containsExactly("/api/shopify/webhooks/shopmirror/test");
    }

    @Test
    void eventThatIsNotCommittedIsFoundInKafka() {
        serve(200, (webhookId, body) -> kafka.delivery(shop, "shopmirror/test", webhookId, body));

        send().body("success", equalTo(false))
                .body("data.kafka.ok", equalTo(true))
                .body("data.stoppedAt", equalTo("database"))
                .body("data.advice", containsString("sync-service"));
    }

    @Test
    void eventThatSomebodyElseTookIsNowhere() {
        serve(200, (webhookId, body) -> {});

        send().body("data.stoppedAt", equalTo("kafka"))
                .body("data.kafka.error", nullValue())
                .body("data.advice", containsString("another server"));
    }

    @Test
    void kafkaThatIsAwayDoesNotHideHowTheAddressAnswered() {
        serve(200, (webhookId, body) -> {});
        KafkaServer.shared().stop();
        try {
            send().body("data.http.status", equalTo(200))
                    .body("data.kafka.error", containsString("did not answer"))
                    .body("data.stoppedAt", equalTo("kafka"))
                    .body("data.advice", containsString("KAFKA_BOOTSTRAP_SERVERS"));
        } finally {
            KafkaServer.shared().start();
        }
    }

    @Test
    void sendingIsOnRecordWithWhatCameOfIt() {
        AtomicReference<String> sent = new AtomicReference<>();
        serve(401, (webhookId, body) -> sent.set(webhookId));

        try (LogRecorder log = LogRecorder.open()) {
            send();

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Test event sent actor=olga@example.com store=" + storeId + " shop=" + shop
                                    + " webhookId=" + sent.get() + " stoppedAt=http"));
        }
    }

    @Test
    void limitedTokenSendsToItsOwnStoreAlone() {
        serve(401, (webhookId, body) -> {});
        String other = TestStores.register(TestStores.newDomain());
        String token = Tokens.limitedTo("operator", storeId);

        send(token, storeId).statusCode(200).body("data.http.status", equalTo(401));
        send(token, other).statusCode(403).body("code", equalTo("store-forbidden"));
        assertThat(paths).hasSize(1);
    }

    @Test
    void refusalEndsTheWayAndTellsNothingOfTheAnswer() {
        serve(401, (webhookId, body) -> {});

        send().body("data.stoppedAt", equalTo("http"))
                .body("data.http.status", equalTo(401))
                .body(not(containsString("words of the answer")));
    }

    @Test
    void redirectIsNotFollowed() {
        serve(302, (webhookId, body) -> {});

        send().body("data.http.status", equalTo(302)).body("data.advice", containsString("redirect"));
        assertThat(paths).hasSize(1).doesNotContain("/elsewhere");
    }

    @Test
    void silentAddressIsSaidSo() {
        send().body("data.stoppedAt", equalTo("http"))
                .body("data.http.status", nullValue())
                .body("data.http.error", containsString("refused"));
    }

    @Test
    void unknownStoreHasNoTestEvent() {
        send(Tokens.operator(), UUID.randomUUID().toString()).statusCode(404);
    }

    private ValidatableResponse send() {
        return send(Tokens.operator(), storeId).statusCode(200);
    }

    private static ValidatableResponse send(String token, String store) {
        return given().auth()
                .oauth2(token)
                .post("/api/admin/webhooks/test-event/" + store)
                .then();
    }

    private void serve(int status, Intake intake) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", exchange -> answer(exchange, status, intake));
        server.start();
    }

    private void answer(HttpExchange exchange, int status, Intake intake) throws IOException {
        paths.add(exchange.getRequestURI().getPath());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        intake.take(exchange.getRequestHeaders().getFirst("X-Shopify-Webhook-Id"), body);
        exchange.getResponseHeaders().add("Location", "http://localhost:" + PORT + "/elsewhere");
        byte[] words = ("words of the answer " + Instant.now()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
