package dev.shopmirror.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.fuzzing.Fuzzing;
import dev.shopmirror.localstack.WithKafka;

@QuarkusTest
@WithKafka
@WithSecrets
class BentRequestTest {

    /** Longer than the service waits for a body, which is the longest it waits for anything. */
    private static final int ANSWER_WITHIN_MILLIS = 15_000;

    @TestHTTPResource("/")
    URI server;

    @Test
    void everyRequestIsAnsweredAndExactlyWhatIsQueuedIsInKafka() {
        Fuzzing fuzzing = Fuzzing.cases(500);
        Map<String, BentRequest> queued = new HashMap<>();
        Map<Integer, Integer> answers = new TreeMap<>();
        try (PublishedRecords records = new PublishedRecords()) {
            for (int number = 0; number < fuzzing.cases(); number++) {
                String name = Long.toString(fuzzing.seed(), 36) + "-" + number;
                BentRequest request = BentRequest.next(name, fuzzing.ofCase(number));
                int status = post(request);
                answers.merge(status, 1, Integer::sum);
                check(request, status, "case " + number + " of " + fuzzing.flags() + "\n" + request.head());
                if (status == 200) {
                    queued.put(name, request);
                }
            }
            System.out.println("Answers: " + answers);
            queued.forEach((name, request) -> assertThat(
                            records.with("x-shopify-fuzz-case", name).value())
                    .isEqualTo(request.body()));
            assertThat(records.values("x-shopify-fuzz-case")).containsExactlyInAnyOrderElementsOf(queued.keySet());
        }
    }

    private static void check(BentRequest request, int status, String which) {
        if (request.mustBeAnswered()) {
            assertThat(status)
                    .as(which)
                    .matches(answer -> answer == 200 || answer >= 400 && answer < 500, "200 or 4xx");
        } else {
            assertThat(status)
                    .as(which)
                    .matches(answer -> answer == RawAnswer.NONE || answer >= 200 && answer < 500, "no 5xx");
        }
        if (status == 200) {
            assertThat(request.signed()).as(which).isTrue();
        }
        if (request.mustBeQueued()) {
            assertThat(status).as(which).isEqualTo(200);
        }
    }

    private int post(BentRequest request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
            try {
                socket.getOutputStream().write(request.wire());
                if (!request.whole()) {
                    socket.shutdownOutput();
                }
                return RawAnswer.readStatus(socket.getInputStream());
            } catch (SocketTimeoutException e) {
                throw new AssertionError("The connection hangs: " + request.head(), e);
            } catch (SocketException closedWhileWriting) {
                return RawAnswer.NONE;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
