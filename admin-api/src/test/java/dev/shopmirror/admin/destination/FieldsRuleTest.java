package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.wanted.WantedTopic;
import dev.shopmirror.event.EventTopics;

class FieldsRuleTest {

    private static final List<String> ENOUGH =
            List.of("id", "title", "handle", "status", "updated_at", "variants", "variant_gids");

    @Test
    void everyTopicThatIsAppliedNeedsFields() {
        assertThat(EventTopics.APPLIED)
                .allMatch(topic -> FieldsRule.refusal(new WantedTopic(topic, List.of("note"), null))
                        .isPresent());
    }

    @Test
    void wholeBodyIsAlwaysEnough() {
        assertThat(FieldsRule.refusal(WantedTopic.of("products/update"))).isEmpty();
    }

    @Test
    void heavyFieldsMayBeLeftOut() {
        assertThat(FieldsRule.refusal(new WantedTopic("products/update", ENOUGH, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "handle", "status", "updated_at", "variants", "variant_gids"})
    void everyFieldThatTheMirrorIsKeptByIsAskedFor(String field) {
        List<String> fields = new ArrayList<>(ENOUGH);
        fields.remove(field);

        assertThat(FieldsRule.refusal(new WantedTopic("products/update", fields, null)))
                .hasValueSatisfying(why -> assertThat(why).contains("must include " + field + ":"));
    }

    @Test
    void topicThatIsOnlyRecordedMayBeTrimmedAtWill() {
        assertThat(FieldsRule.refusal(new WantedTopic("orders/create", List.of("id"), null)))
                .isEmpty();
    }

    @Test
    void filteredFieldMustBeDelivered() {
        WantedTopic wanted = new WantedTopic("orders/create", List.of("id"), "total_price:>=100 AND id:*");

        assertThat(FieldsRule.refusal(wanted))
                .hasValueSatisfying(why -> assertThat(why).contains("must include total_price:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status:active                              | status",
                "variants.price:>=10.00 AND status:active   | status,variants",
                "NOT (vendor:Acme OR product_type:'a:b')    | product_type,vendor",
                "title:\"price: low\" tags:sale             | tags,title"
            })
    void namesInAFilterAreFoundOutsideQuotes(String filter, String names) {
        assertThat(FieldsRule.filteredFields(filter)).containsExactly(names.split(","));
    }

    @Test
    void noFilterNamesNothing() {
        assertThat(FieldsRule.filteredFields(null)).isEmpty();
    }
}
