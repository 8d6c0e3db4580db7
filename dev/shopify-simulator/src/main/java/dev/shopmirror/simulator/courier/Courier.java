package dev.shopmirror.simulator.courier;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.http.NamedThreads;

/**
 * Posts deliveries of all shops with Shopify's time-outs (1 s to connect, 5 s for everything), keeps time, and owns the
 * threads for both: three of its own and the HTTP client's selector.
 */
public final class Courier implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(5);

    /** Of all shops together: with a connection each, hundreds of busy shops would time out on themselves. */
    private static final int MOST_AT_ONCE = 256;

    private final HmacSigner signer;
    private final Slots slots = new Slots(MOST_AT_ONCE);
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(2, new NamedThreads("shopify-simulator-http-client"));
    private final Set<Future<?>> underWay = ConcurrentHashMap.newKeySet();

    /** Null once closed: on a JDK before 21 a client ends only when nothing refers to it any more. */
    private volatile @Nullable HttpClient client;

    /** @param signer of every body */
    public Courier(HmacSigner signer) {
        this.signer = signer;
        this.timer = new ScheduledThreadPoolExecutor(1, new NamedThreads("shopify-simulator-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(workers)
                .build();
    }

    /** Runs the task later, unless it is cancelled; never once closed. */
    public Future<?> after(Duration delay, Runnable task) {
        return timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Posts once and tells what came of it, from another thread; nothing once closed. While all shops together have as
     * many under way as this machine bears, it waits; the time-outs count from the start.
     */
    public void post(Delivery delivery, Consumer<Answer> done) {
        slots.start(() -> start(delivery, done));
    }

    private void start(Delivery delivery, Consumer<Answer> done) {
        HttpClient open = client;
        if (open == null) {
            return;
        }
        Attempt attempt = new Attempt(done);
        CompletableFuture<HttpResponse<Void>> response =
                open.sendAsync(request(delivery), HttpResponse.BodyHandlers.discarding());
        underWay.add(response);
        Future<?> deadline =
                timer.schedule(() -> response.cancel(true), TOTAL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        var unused = response.whenComplete((answer, failure) -> {
            deadline.cancel(false);
            underWay.remove(response);
            attempt.completed(answer, failure);
            slots.ended();
        });
    }

    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        slots.forgetWaiting();
        timer.shutdownNow();
        underWay.forEach(response -> response.cancel(true));
        closeOnJdk21(open);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(Delivery delivery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(delivery.target().address())
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        DeliveryHeaders.of(delivery, signer).forEach(request::setHeader);
        return request.build();
    }

    /** HttpClient is AutoCloseable from JDK 21 on. */
    private static void closeOnJdk21(@Nullable Object client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("The HTTP client does not close", e);
            }
        }
    }

    private record Attempt(Instant startedAt, long startedNanos, Consumer<Answer> done) {

        Attempt(Consumer<Answer> done) {
            this(Instant.now(), System.nanoTime(), done);
        }

        void completed(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            Integer status = response == null ? null : response.statusCode();
            done.accept(new Answer(startedAt, took, status, failure == null ? null : FailureWords.of(failure)));
        }
    }
}
