package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, as the demo speaks it. */
final class Json {

    /** An answer; {@code body} is JSON's missing node when there was none. */
    record Answer(int status, JsonNode body) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> headers;

    /** @param headers sent with every request */
    Json(Map<String, String> headers) {
        this.headers = headers;
    }

    Answer send(String method, URI uri, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
    }

    /** @throws IllegalStateException with the answer, unless its status is 2xx */
    JsonNode expectSuccess(String method, URI uri, @Nullable String body) throws IOException, InterruptedException {
        Answer answer = send(method, uri, body);
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(method + " " + uri + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }
}
