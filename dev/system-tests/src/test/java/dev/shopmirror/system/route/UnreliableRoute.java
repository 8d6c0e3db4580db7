package dev.shopmirror.system.route;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;

/**
 * Stands between Shopify and the instances of ingest-service, as load balancers and networks do: takes them in turns,
 * passes over one that refuses connections, and fails in seeded ways.
 */
public final class UnreliableRoute implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 4_500;
    private static final String SHOP = "X-Shopify-Shop-Domain";
    private static final String TOPIC = "X-Shopify-Topic";
    private static final String WEBHOOK_ID = "X-Shopify-Webhook-Id";

    private final Map<String, ShopTraffic> shops = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final HttpClient client =
            vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64).setConnectTimeout(1_000));
    private final List<URI> targets;
    private final HttpServer server;

    private UnreliableRoute(List<URI> targets) {
        this.targets = List.copyOf(targets);
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::handle);
    }

    /** @param targets of the instances; at least one */
    public static UnreliableRoute to(List<URI> targets) throws Exception {
        UnreliableRoute route = new UnreliableRoute(targets);
        await(route.server.listen());
        return route;
    }

    /** {@code http://127.0.0.1:43210}; the paths are those of ingest-service. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** From now on requests of this shop fail with this probability, 0 to 1. */
    public void trouble(String shop, double probability, long seed) {
        shops.put(shop, new ShopTraffic(probability, seed));
    }

    /** What came by of this shop so far. */
    public Traffic traffic(String shop) {
        return of(shop).soFar();
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }

    private void handle(HttpServerRequest request) {
        ShopTraffic shop = of(request.getHeader(SHOP));
        DeliveryId delivery = new DeliveryId(request.getHeader(TOPIC), request.getHeader(WEBHOOK_ID));
        Trouble trouble = shop.draw(delivery);
        if (trouble == Trouble.REFUSES) {
            request.response().setStatusCode(503).end();
            return;
        }
        var unused = request.body()
                .compose(body -> handOn(request, body, targets.size()))
                .onSuccess(status -> {
                    if (status == 200) {
                        shop.acknowledged(delivery);
                    }
                })
                .otherwise(502)
                .onSuccess(status -> answer(request, trouble, status));
    }

    private static void answer(HttpServerRequest request, Trouble trouble, int status) {
        if (trouble == Trouble.DROPS_THE_ANSWER) {
            var unused = request.connection().close();
        } else {
            request.response()
                    .setStatusCode(trouble == Trouble.ANSWERS_500 ? 500 : status)
                    .end();
        }
    }

    /** A connection that was refused took nothing along: the next instance may have the request. */
    private Future<Integer> handOn(HttpServerRequest request, Buffer body, int attemptsLeft) {
        URI target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(target.getHost())
                .setPort(target.getPort())
                .setURI(request.uri())
                .setTimeout(TIMEOUT_MILLIS);
        return client.request(options)
                .compose(outgoing -> send(outgoing, request, body))
                .recover(failure -> failure instanceof ConnectException && attemptsLeft > 1
                        ? handOn(request, body, attemptsLeft - 1)
                        : Future.failedFuture(failure));
    }

    private static Future<Integer> send(HttpClientRequest outgoing, HttpServerRequest request, Buffer body) {
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Connection")) {
                outgoing.putHeader(name, value);
            }
        });
        return outgoing.send(body).compose(response -> response.end().map(end -> response.statusCode()));
    }

    private ShopTraffic of(String shop) {
        return shops.computeIfAbsent(shop, unknown -> new ShopTraffic(0, 0));
    }

    private static void await(Future<?> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(30_000, MILLISECONDS);
    }
}
