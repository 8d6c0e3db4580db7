package dev.shopmirror.admin.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.KafkaTopics;

class CompletionTest {

    private static final Instant UPDATED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TRIGGERED = Instant.parse("2026-03-01T10:00:00.250Z");
    private static final Instant QUERIED = Instant.parse("2026-03-01T10:00:09Z");
    private static final IncompleteProduct INCOMPLETE = claimed(1);

    @Test
    void sameStateTakesThePlaceRightBehindItsEvent() {
        FetchedProduct same = fetched("2026-03-01T10:00:00Z");

        assertThat(Completion.postponement(INCOMPLETE, same, QUERIED)).isEmpty();
        ProducerRecord<String, byte[]> event = Completion.event(INCOMPLETE, same, QUERIED);
        assertThat(header(event, EventHeaders.TRIGGERED_AT)).isEqualTo("2026-03-01T10:00:00.250001Z");
        assertThat(event.topic()).isEqualTo(KafkaTopics.WEBHOOKS_BULK);
        assertThat(event.key()).isEqualTo("acme.myshopify.com|product|788032119674292922");
        assertThat(header(event, EventHeaders.SOURCE)).isEqualTo("backfill");
        assertThat(header(event, EventHeaders.TOPIC)).isEqualTo("products/update");
        assertThat(new String(event.value(), UTF_8)).contains("788032119674292922");
    }

    @Test
    void olderStateIsNotTakenForTheSame() {
        assertThat(Completion.postponement(INCOMPLETE, fetched("2026-03-01T09:59:59Z"), QUERIED))
                .hasValueSatisfying(why -> assertThat(why).contains("older state"));
    }

    @Test
    void newerStateWaitsForItsOwnEventHoweverOftenTheOldOneWasTried() {
        assertThat(Completion.postponement(claimed(7), fetched("2026-03-01T10:00:05Z"), QUERIED))
                .hasValueSatisfying(why -> assertThat(why).contains("newer state"));
    }

    @Test
    void newerStateWhoseEventDoesNotComeTakesThePlaceBeforeIt() {
        FetchedProduct newer = fetched("2026-03-01T10:00:05Z");
        Instant later = QUERIED.plusSeconds(60);

        assertThat(Completion.postponement(INCOMPLETE, newer, later)).isEmpty();
        assertThat(header(Completion.event(INCOMPLETE, newer, later), EventHeaders.TRIGGERED_AT))
                .isEqualTo("2026-03-01T10:00:05Z");
    }

    @Test
    void everyClaimIsAnEventOfItsOwn() {
        FetchedProduct fetched = fetched("2026-03-01T10:00:00Z");

        assertThat(List.of(1, 2))
                .map(attempt -> header(Completion.event(claimed(attempt), fetched, QUERIED), EventHeaders.WEBHOOK_ID))
                .doesNotHaveDuplicates();
    }

    private static IncompleteProduct claimed(int attempts) {
        return new IncompleteProduct(
                UUID.randomUUID(),
                "acme.myshopify.com",
                788032119674292922L,
                UPDATED,
                TRIGGERED,
                QUERIED.plusNanos(attempts * 1000L),
                attempts);
    }

    private static FetchedProduct fetched(String updatedAt) {
        String product = """
                {"id":"gid://shopify/Product/788032119674292922","updatedAt":"%s","options":[],"tags":[]}""".formatted(updatedAt);
        return new FetchedProduct(json(product), List.of());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String header(ProducerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return new String(header.value(), UTF_8);
    }
}
