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

    @Test
    void sameStateTakesThePlaceRightBehindItsEvent() {
        ProducerRecord<String, byte[]> event = Completion.of(incomplete(1), fetched("2026-03-01T10:00:00Z"), QUERIED)
                .orElseThrow();

        assertThat(header(event, EventHeaders.TRIGGERED_AT)).isEqualTo("2026-03-01T10:00:00.250001Z");
        assertThat(event.topic()).isEqualTo(KafkaTopics.WEBHOOKS_BULK);
        assertThat(event.key()).isEqualTo("acme.myshopify.com|product|788032119674292922");
        assertThat(header(event, EventHeaders.SOURCE)).isEqualTo("backfill");
        assertThat(header(event, EventHeaders.TOPIC)).isEqualTo("products/update");
        assertThat(new String(event.value(), UTF_8)).contains("788032119674292922");
    }

    @Test
    void newerStateWaitsForItsOwnEvent() {
        assertThat(Completion.of(incomplete(1), fetched("2026-03-01T10:00:05Z"), QUERIED))
                .isEmpty();
    }

    @Test
    void newerStateWhoseEventDoesNotComeIsPublishedAsOfTheQuery() {
        ProducerRecord<String, byte[]> event = Completion.of(incomplete(2), fetched("2026-03-01T10:00:05Z"), QUERIED)
                .orElseThrow();

        assertThat(header(event, EventHeaders.TRIGGERED_AT)).isEqualTo(QUERIED.toString());
    }

    @Test
    void everyAttemptIsAnEventOfItsOwn() {
        FetchedProduct fetched = fetched("2026-03-01T10:00:00Z");

        assertThat(List.of(1, 2))
                .map(attempt -> header(
                        Completion.of(incomplete(attempt), fetched, QUERIED).orElseThrow(), EventHeaders.WEBHOOK_ID))
                .doesNotHaveDuplicates();
    }

    private static IncompleteProduct incomplete(int attempts) {
        return new IncompleteProduct(
                UUID.randomUUID(), "acme.myshopify.com", 788032119674292922L, UPDATED, TRIGGERED, attempts);
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
