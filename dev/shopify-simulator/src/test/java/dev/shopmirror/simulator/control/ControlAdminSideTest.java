package dev.shopmirror.simulator.control;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;

class ControlAdminSideTest {

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults());
    private final Caller operator = new Caller(simulator, "shpat_simulator");

    @AfterEach
    void close() {
        simulator.close();
    }

    private Caller.Answer put(String resource, String body) throws Exception {
        return operator.control("PUT", resource, json(body).toString());
    }

    @Test
    void faultsAreMadeShownAndCleared() throws Exception {
        Caller.Answer made = put(
                "admin-faults",
                "{'faults':[{'status':429,'retryAfter':'0.5','times':1,'method':'get','path':'webhooks.json'},"
                        + "{'status':503,'errorsByField':true,'path':'count'},{'kind':'throttled','times':2}]}");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().at("/faults/0/kind").asText()).isEqualTo("status");
        assertThat(made.json().at("/faults/0/method").asText()).isEqualTo("GET");
        Caller.Answer refused = operator.admin("GET", "webhooks.json", "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("0.5");
        assertThat(operator.admin("GET", "webhooks/count.json", "")
                        .json()
                        .at("/errors/base/0")
                        .asText())
                .isEqualTo("Service Unavailable");
        assertThat(operator.graphql("{ shop { id } }").json().has("errors")).isTrue();
        assertThat(operator.control("GET", "admin-faults", "").json().path("faults"))
                .hasSize(2);
        operator.control("DELETE", "admin-faults", "");
        assertThat(operator.graphql("{ shop { id } }").json().has("errors")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'faults':[1]}",
                "{'faults':[{}]}",
                "{'faults':[{'status':200}]}",
                "{'faults':[{'status':'503'}]}",
                "{'faults':[{'kind':'flood'}]}",
                "{'faults':[{'status':503,'time':1}]}",
                "{'faults':[{'status':503,'times':-1}]}"
            })
    void unusableFaultsAreRefused(String body) throws Exception {
        assertThat(put("admin-faults", body).status()).isEqualTo(400);
        assertThat(operator.control("GET", "admin-faults", "").json().path("faults"))
                .isEmpty();
    }

    @Test
    void hangAndLinkAndDeprecationAreKnownByName() throws Exception {
        Caller.Answer made = put(
                "admin-faults",
                "{'faults':[{'kind':'deprecated','reason':'old'},{'kind':'foreign_link'},{'kind':'hang'},{'kind':'close'}]}");

        assertThat(made.json().findValuesAsText("kind")).containsExactly("deprecated", "foreign_link", "hang", "close");
        assertThat(operator.admin("GET", "webhooks.json", "").header("X-Shopify-API-Deprecated-Reason"))
                .isEqualTo("old");
    }

    @Test
    void limitsAreChangedAndCallsCounted() throws Exception {
        operator.control("GET", "products", "");

        assertThat(put("admin-limits", "{'restPerSecond':0.001,'restBucket':1}").json())
                .isEqualTo(operator.control("GET", "admin-limits", "").json());
        operator.admin("GET", "webhooks.json", "");
        operator.admin("GET", "webhooks.json", "");
        operator.graphql("{ shop { id } }");
        operator.token("{}");

        assertThat(operator.control("GET", "admin-calls", "").json())
                .isEqualTo(json("{'total':3,'throttled':1,'rest':2,'graphql':1,'token':1,'throttledRest':1,"
                        + "'throttledGraphql':0,'faulty':0}"));
        assertThat(put("admin-limits", "{'restBucket':0}").status()).isEqualTo(400);
        assertThat(put("admin-limits", "{'restPerSecond':'fast'}").status()).isEqualTo(400);
    }

    @Test
    void tokensAreIssuedExpiredAndRefused() throws Exception {
        String given =
                json("{'access_token':'shpat_a','refresh_token':'shprt_a'}").toString();
        assertThat(operator.control("POST", "tokens", given).status()).isEqualTo(201);
        Caller app = new Caller(simulator, "shpat_a");
        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(200);

        operator.control("POST", "expire-access-tokens", "{\"access_token\":\"shpat_a\"}");
        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(401);

        Caller.Answer rules = put("token-rules", "{'expiresIn':60,'tellsExpiry':false,'refusesRefresh':true}");
        assertThat(rules.json())
                .isEqualTo(json("{'expiresIn':60,'clientCredentialsExpireIn':86399,'tellsExpiry':false,"
                        + "'refusesRefresh':true,'refusesClientCredentials':false}"));
        assertThat(operator.control("GET", "token-rules", "").json()).isEqualTo(rules.json());
        assertThat(app.token("{'client_id':'simulator-client-id','client_secret':'shpss_simulator',"
                                + "'grant_type':'refresh_token','refresh_token':'shprt_a'}")
                        .status())
                .isEqualTo(401);
    }
}
