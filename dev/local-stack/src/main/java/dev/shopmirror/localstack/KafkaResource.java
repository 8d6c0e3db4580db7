package dev.shopmirror.localstack;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Behind {@link WithKafka}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", KafkaServer.shared().bootstrapServers());
    }

    /** The broker serves the next test class too and stops with the JVM. */
    @Override
    public void stop() {}
}
