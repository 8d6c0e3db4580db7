package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.wanted.WantedTopic;
import dev.shopmirror.event.EventTopics;

class JudgementTest {

    private static final KnownTopics KNOWN = new KnownTopics(List.of());

    @ParameterizedTest
    @CsvSource({
        "orders/update,orders/updated",
        "product/update,products/update",
        "products/updated,products/update",
        "inventory_level/update,inventory_levels/update",
        "app/uninstall,app/uninstalled",
        "locations/craete,locations/create",
        "customers.tags_added,customer.tags_added"
    })
    void nearMissIsRefusedWithWhatWasMeant(String topic, String meant) {
        Judgement judgement = Judgement.of(WantedTopic.of(topic), KNOWN);

        assertThat(judgement.isRefused()).isTrue();
        assertThat(judgement.code()).isEqualTo("misspelt_topic");
        assertThat(judgement.refusal()).contains("did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers/data_request", "customers/redact", "shop/redact"})
    void complianceTopicIsRefusedWithThePlaceItBelongsTo(String topic) {
        Judgement judgement = Judgement.of(WantedTopic.of(topic), KNOWN);

        assertThat(judgement.code()).isEqualTo("compliance_topic");
        assertThat(judgement.refusal()).contains("shopify.app.toml");
    }

    @ParameterizedTest
    @MethodSource("topicsThatAreApplied")
    void everyTopicThatIsAppliedMayBeWanted(String topic) {
        Judgement judgement = Judgement.of(WantedTopic.of(topic), KNOWN);

        assertThat(judgement.isRefused()).isFalse();
        assertThat(judgement.warnings()).isEmpty();
    }

    static List<String> topicsThatAreApplied() {
        return EventTopics.APPLIED;
    }

    @Test
    void topicOfTomorrowIsLeftToShopify() {
        Judgement judgement = Judgement.of(WantedTopic.of("holograms/projected"), KNOWN);

        assertThat(judgement.isRefused()).isFalse();
        assertThat(judgement.warnings()).singleElement().asString().contains("Shopify decides");
    }

    @Test
    void newTopicThatLooksLikeAnOldOnePassesOnceItIsKnown() {
        Judgement judgement = Judgement.of(WantedTopic.of("orders/update"), new KnownTopics(List.of("orders/update")));

        assertThat(judgement.isRefused()).isFalse();
        assertThat(judgement.warnings()).isEmpty();
    }

    @Test
    void trimmedBodyThatTheMirrorCouldNotLiveWithIsRefused() {
        Judgement judgement = Judgement.of(new WantedTopic("products/update", List.of("id", "title"), null), KNOWN);

        assertThat(judgement.code()).isEqualTo("fields_insufficient");
        assertThat(judgement.refusal()).contains("updated_at", "variant_gids");
    }

    @Test
    void filterOfAMirroredTopicIsPassedWithAWarning() {
        Judgement judgement = Judgement.of(new WantedTopic("products/update", List.of(), "status:active"), KNOWN);

        assertThat(judgement.isRefused()).isFalse();
        assertThat(judgement.warnings()).singleElement().asString().contains("stays as it was last delivered");
    }

    @Test
    void suggestionIsNeverAMistakeItself() {
        for (String topic : List.of("orders/update", "cart/update", "theme/publish", "shop/updated")) {
            assertThat(KNOWN.nearest(topic)).hasValueSatisfying(meant -> assertThat(KNOWN.contains(meant))
                    .isTrue());
        }
    }
}
