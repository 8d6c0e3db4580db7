package dev.shopmirror.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.shopmirror.event.KafkaTopics;

/** Ready while the brokers can take webhooks. Says what the watch found; asks nothing itself. */
@Readiness
@ApplicationScoped
class KafkaHealthCheck implements HealthCheck {

    private final KafkaLink link;

    KafkaHealthCheck(KafkaLink link) {
        this.link = link;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaWatch.State state = link.state();
        var response = HealthCheckResponse.named("Kafka")
                .status(state.reachable())
                .withData("topic", KafkaTopics.WEBHOOKS)
                .withData("since", state.since().toString());
        return state.reachable()
                ? response.build()
                : response.withData("reason", state.reason()).build();
    }
}
