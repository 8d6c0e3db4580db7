package dev.shopmirror.admin.wanted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.admin.problem.InvalidField;

class WantedTopicsTest {

    @Test
    void fieldsAndFilterAreOptional() {
        JsonNode wanted = json("""
                [{"topic": "products/update", "fields": ["id", "updated_at"], "filter": "status:active"},
                 {"topic": "orders/create", "fields": null, "filter": null},
                 {"topic": "app/uninstalled"}]""");

        assertThat(WantedTopics.violations(wanted)).isEmpty();
        assertThat(WantedTopics.read(wanted))
                .containsExactly(
                        new WantedTopic("products/update", List.of("id", "updated_at"), "status:active"),
                        new WantedTopic("orders/create", List.of(), null),
                        new WantedTopic("app/uninstalled", List.of(), null));
    }

    @Test
    void emptyListIsAWish() {
        assertThat(WantedTopics.violations(json("[]"))).isEmpty();
        assertThat(WantedTopics.read(json("[]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | wantedWebhooks",
                "'\"products/update\"'                                       | wantedWebhooks",
                "['products/update']                                         | wantedWebhooks[0]",
                "[{}]                                                        | wantedWebhooks[0].topic",
                "[{'topic': 7}]                                              | wantedWebhooks[0].topic",
                "[{'topic': 'PRODUCTS_UPDATE'}]                              | wantedWebhooks[0].topic",
                "[{'topic': 'a/b'}, {'topic': 'a/b'}]                        | wantedWebhooks[1].topic",
                "[{'topic': 'a/b', 'fields': []}]                            | wantedWebhooks[0].fields",
                "[{'topic': 'a/b', 'fields': 'id'}]                          | wantedWebhooks[0].fields",
                "[{'topic': 'a/b', 'fields': ['id', '']}]                    | wantedWebhooks[0].fields",
                "[{'topic': 'a/b', 'filter': ' '}]                           | wantedWebhooks[0].filter",
                "[{'topic': 'a/b', 'filter': 7}]                             | wantedWebhooks[0].filter",
                "[{'topic': 'a/b', 'address': 'https://evil.example.com'}]   | wantedWebhooks[0].address"
            })
    void whatIsWrongIsNamedByItsPlace(String wanted, String field) {
        assertThat(WantedTopics.violations(json(wanted.replace('\'', '"'))))
                .extracting(InvalidField::field)
                .containsExactly(field);
    }

    /** What looks for misspelt topics takes time with their length. */
    @Test
    void topicHasAnEnd() {
        assertThat(WantedTopics.violations(json("[{\"topic\": \"a" + "/b".repeat(100_000) + "\"}]")))
                .extracting(InvalidField::field)
                .containsExactly("wantedWebhooks[0].topic");
    }

    @Test
    void listHasAnEnd() {
        StringBuilder wanted = new StringBuilder("[");
        for (int i = 0; i <= 100; i++) {
            wanted.append(i == 0 ? "" : ",")
                    .append("{\"topic\": \"a/b")
                    .append(i)
                    .append("\"}");
        }
        assertThat(WantedTopics.violations(json(wanted + "]"))).hasSize(1);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
