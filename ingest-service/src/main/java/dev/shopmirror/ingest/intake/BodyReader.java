package dev.shopmirror.ingest.intake;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.ingest.problem.Problem;
import dev.shopmirror.ingest.problem.ProblemException;
import dev.shopmirror.ingest.publishing.BytesInFlight;

/**
 * Reads one request's body, never more than its limits allow. The framework's own reading would use a blocking thread
 * for bodies over 10 KiB and answers a body that is too large without a word.
 */
final class BodyReader {

    private final HttpServerRequest request;
    private final BodyLimits limits;
    private final BytesInFlight.Hold hold;
    private final UniEmitter<? super byte[]> answer;
    private Buffer received = Buffer.buffer(0);
    private boolean answered;
    private @Nullable ScheduledFuture<?> timeout;

    private BodyReader(
            HttpServerRequest request, BodyLimits limits, BytesInFlight.Hold hold, UniEmitter<? super byte[]> answer) {
        this.request = request;
        this.limits = limits;
        this.hold = hold;
        this.answer = answer;
    }

    /**
     * The body's bytes. Fails with {@link Problem#BODY_TOO_LARGE}, {@link Problem#BODY_TIMEOUT} or, when too many bytes
     * are in flight, {@link Problem#NOT_QUEUED}.
     *
     * @param request paused, on its event loop
     * @param hold takes the bytes as they come in; the caller releases it
     */
    static Uni<byte[]> read(
            HttpServerRequest request, BodyLimits limits, BytesInFlight.Hold hold, ScheduledExecutorService eventLoop) {
        return Uni.createFrom().emitter(answer -> new BodyReader(request, limits, hold, answer).start(eventLoop));
    }

    private void start(ScheduledExecutorService eventLoop) {
        timeout = eventLoop.schedule(this::timedOut, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        request.handler(this::take).endHandler(end -> finish()).exceptionHandler(this::broken);
        if (limits.declaresTooMuch(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            refuse(Problem.BODY_TOO_LARGE, limits.tooLarge());
        } else if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void take(Buffer chunk) {
        if (answered) {
            // The sender gets to read its answer only if what it still sends is taken off the wire
            return;
        }
        if (received.length() + chunk.length() > limits.maxBytes()) {
            refuse(Problem.BODY_TOO_LARGE, limits.tooLarge());
        } else if (!hold.grow(chunk.length())) {
            refuse(Problem.NOT_QUEUED, "Too many deliveries are on their way to Kafka");
        } else {
            received = received.length() == 0 ? chunk : received.appendBuffer(chunk);
        }
    }

    private void finish() {
        stopTimer();
        if (!answered) {
            answered = true;
            answer.complete(received.getBytes());
        }
    }

    private void refuse(Problem problem, String detail) {
        answered = true;
        received = Buffer.buffer(0);
        answer.fail(new ProblemException(problem, detail));
    }

    private void timedOut() {
        if (answered) {
            request.connection().close();
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        request.response().endHandler(sent -> request.connection().close());
        refuse(
                Problem.BODY_TIMEOUT,
                "The body was not complete after " + limits.timeout().toSeconds() + " s");
    }

    private void broken(Throwable failure) {
        stopTimer();
        if (!answered) {
            refuse(Problem.MALFORMED_REQUEST, "The connection broke off before the body was complete");
        }
    }

    private void stopTimer() {
        if (timeout != null) {
            timeout.cancel(false);
        }
    }
}
