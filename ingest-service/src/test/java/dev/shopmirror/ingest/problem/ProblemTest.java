package dev.shopmirror.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @Test
    void bodyHoldsItsMembers() {
        JsonObject body = new JsonObject(Problem.INVALID_HMAC.json(401, "said \"so\""));

        assertThat(body.getMap())
                .containsEntry("code", "invalid-hmac")
                .containsEntry("type", "urn:shopmirror:problem:invalid-hmac")
                .containsEntry("title", "Invalid HMAC signature")
                .containsEntry("status", 401)
                .containsEntry("detail", "said \"so\"")
                .hasSize(5);
    }

    @Test
    void everyTypeIsItsOwn() {
        assertThat(Arrays.stream(Problem.values())
                        .map(problem -> new JsonObject(problem.json(0, "")).getString("type")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "413, BODY_TOO_LARGE",
        "415, MALFORMED_REQUEST",
        "500, INTERNAL",
        "502, INTERNAL"
    })
    void statusOfTheFrameworkFindsItsProblem(int status, Problem problem) {
        assertThat(Problem.ofStatus(status)).isEqualTo(problem);
    }
}
