package dev.shopmirror.admin.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.shopmirror.event.KafkaTopics;

class ClientSettingsTest {

    private static final Map<String, Object> CONNECTION = Map.of(
            "bootstrap.servers",
            "127.0.0.1:9092",
            "security.protocol",
            "SASL_SSL",
            "sasl.mechanism",
            "PLAIN",
            "group.id",
            "sync-service",
            "acks",
            "0",
            "service.port",
            "tcp://10.0.0.1:9092");

    @Test
    void connectionReachesBothClients() {
        assertThat(ClientSettings.producer(CONNECTION))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(ClientSettings.consumer(CONNECTION)).containsEntry("bootstrap.servers", "127.0.0.1:9092");
    }

    @Test
    void whatIsPromisedCannotBeSetOtherwise() {
        assertThat(ClientSettings.producer(CONNECTION))
                .containsEntry("acks", "all")
                .containsEntry("max.request.size", KafkaTopics.MAX_RECORD_BYTES);
    }

    @Test
    void readingJoinsNoGroupAndCommitsNothing() {
        assertThat(ClientSettings.consumer(CONNECTION))
                .doesNotContainKeys("group.id", "acks", "service.port")
                .containsEntry("enable.auto.commit", false);
    }
}
