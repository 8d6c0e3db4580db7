package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.WithKafka;

@QuarkusTest
@WithKafka
@WithSecrets
class BodySizeTest {

    private static final int LIMIT = 8 * 1024 * 1024;
    private static final int NEARLY_THE_LIMIT = 79 * 1024 * 1024 / 10;
    private static final int OVER_THE_LIMIT = 81 * 1024 * 1024 / 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/api/shopify/webhooks/products/update")
    URI endpoint;

    @ParameterizedTest
    @ValueSource(ints = {NEARLY_THE_LIMIT, LIMIT})
    void bodyUpToTheLimitArrivesByteForByte(int size) throws Exception {
        byte[] body = incompressible(size);
        String webhookId = TestDelivery.newWebhookId();
        try (PublishedRecords records = new PublishedRecords()) {
            assertThat(post(body, BodyPublishers.ofByteArray(body), webhookId).statusCode())
                    .isEqualTo(200);

            assertThat(records.of(webhookId).value()).isEqualTo(body);
        }
    }

    @Test
    void chunkedBodyOfTheLimitPasses() throws Exception {
        byte[] body = incompressible(LIMIT);

        assertThat(post(body, chunked(body), "chunked").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, OVER_THE_LIMIT})
    void bodyOverTheLimitIsTooLarge(int size) throws Exception {
        byte[] body = incompressible(size);

        tooLarge(post(body, BodyPublishers.ofByteArray(body), "declared"));
        tooLarge(post(body, chunked(body), "chunked"));
    }

    @Test
    void connectionServesOnAfterARefusedBody() throws Exception {
        byte[] large = incompressible(OVER_THE_LIMIT);
        byte[] small = incompressible(10);

        tooLarge(post(large, chunked(large), "large"));
        assertThat(post(small, BodyPublishers.ofByteArray(small), "small").statusCode())
                .isEqualTo(200);
    }

    @Test
    void connectionServesOnAfterABodyThatNobodyWanted() throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write("POST /nope HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n".getBytes(UTF_8));
            out.write(new byte[1_000_000]);
            out.write("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(UTF_8));

            String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 404 ").contains("HTTP/1.1 200 OK");
        }
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("title")).isEqualTo("Body too large");
    }

    private HttpResponse<String> post(byte[] body, BodyPublisher publisher, String webhookId) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Shopify-Hmac-Sha256", Signing.sign(Signing.CLIENT, body))
                .header("X-Shopify-Shop-Domain", TestDelivery.SHOP)
                .header("X-Shopify-Webhook-Id", webhookId)
                .POST(publisher)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    /** The worst case for Kafka's limits. */
    private static byte[] incompressible(int size) {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        return body;
    }
}
