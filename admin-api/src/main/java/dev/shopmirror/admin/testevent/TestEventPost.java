package dev.shopmirror.admin.testevent;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** Posts as Shopify does: with its patience, and without following a redirect. */
@ApplicationScoped
class TestEventPost {

    private static final int CONNECT_MILLIS = 1_000;
    private static final Duration ALL = Duration.ofSeconds(5);

    private final HttpClient client;

    TestEventPost(Vertx vertx) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAlive(false));
    }

    /** Never fails. */
    Uni<HttpHop> post(String url, Map<String, String> headers, byte[] body) {
        long begin = System.nanoTime();
        return status(url, headers, body)
                .ifNoItem()
                .after(ALL)
                .fail()
                .map(status -> HttpHop.answered(url, status, millisSince(begin)))
                .onFailure()
                .recoverWithItem(failure -> HttpHop.failed(url, describe(failure), millisSince(begin)));
    }

    private Uni<Integer> status(String url, Map<String, String> headers, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setFollowRedirects(false)
                // resets what stays silent: nobody else would, and an address has five connections
                .setTimeout(ALL.toMillis());
        headers.forEach(options::putHeader);
        return client.request(options)
                .flatMap(request -> request.send(Buffer.buffer(body)).map(answer -> close(request, answer)));
    }

    /** What the answer says is nobody's business here. */
    private static int close(HttpClientRequest request, HttpClientResponse answer) {
        request.connection().closeAndForget();
        return answer.statusCode();
    }

    private static String describe(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name is not known";
        }
        if (failure instanceof SSLException) {
            return "the TLS certificate was not accepted";
        }
        if (failure instanceof TimeoutException || failure instanceof io.smallrye.mutiny.TimeoutException) {
            return "no answer within " + ALL.toSeconds() + " s, which is Shopify's limit";
        }
        return failure instanceof ConnectException ? "the connection was refused" : "the connection failed";
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }
}
