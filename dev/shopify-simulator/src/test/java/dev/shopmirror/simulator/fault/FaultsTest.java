package dev.shopmirror.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String LIST = "admin/api/2026-10/webhooks.json";

    private final Faults faults = new Faults();

    private Optional<Integer> status(String method, String path) {
        return faults.next(method, path).map(Fault::status);
    }

    @Test
    void withoutFaultsNothingHappens() {
        assertThat(status("GET", LIST)).isEmpty();
    }

    @Test
    void faultTakesSoManyCallsAndIsGone() {
        faults.add(Fault.status(503).times(2));
        faults.add(Fault.status(500).times(1));

        assertThat(List.of(status("GET", LIST), status("GET", LIST), status("GET", LIST), status("GET", LIST)))
                .containsExactly(Optional.of(503), Optional.of(503), Optional.of(500), Optional.empty());
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void faultWithoutANumberTakesAllUntilItIsCleared() {
        faults.add(Fault.status(503));

        assertThat(status("GET", LIST)).contains(503);
        assertThat(status("GET", LIST)).contains(503);
        faults.clear();
        assertThat(status("GET", LIST)).isEmpty();
    }

    @Test
    void faultConcernsItsMethodAndPathAlone() {
        faults.add(Fault.status(422).on("post", "webhooks.json"));

        assertThat(status("GET", LIST)).isEmpty();
        assertThat(status("POST", "admin/api/2026-10/graphql.json")).isEmpty();
        assertThat(status("POST", LIST)).contains(422);
    }

    @Test
    void requestsForTokensFailOnlyWhenTheyAreMeant() {
        faults.add(Fault.status(503));
        assertThat(status("POST", "admin/oauth/access_token")).isEmpty();

        faults.add(Fault.status(500).on("oauth/access_token"));
        assertThat(status("POST", "admin/oauth/access_token")).contains(500);
    }

    @Test
    void impossibleFaultsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(200));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(503).times(-1));
    }
}
