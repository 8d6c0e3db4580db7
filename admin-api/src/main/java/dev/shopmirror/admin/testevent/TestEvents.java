package dev.shopmirror.admin.testevent;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.kafka.KafkaRecords;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventTopics;

/** Sends a test event and follows it. */
@ApplicationScoped
class TestEvents {

    /** An event that is on its way, and how the public address answered it. */
    record Sent(TestEvent event, HttpHop http) {}

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Kafka's clients have a patience of their own for every step. */
    private static final Duration LOOK_INTO_KAFKA = Duration.ofSeconds(15);

    private static final KafkaHop SILENT = KafkaHop.unknown("Kafka did not answer in time");

    private final TestEventConfig config;
    private final WebhookTarget target;
    private final TestEventPost post;
    private final Arrival arrival;
    private final KafkaRecords records;

    TestEvents(
            TestEventConfig config, WebhookTarget target, TestEventPost post, Arrival arrival, KafkaRecords records) {
        this.config = config;
        this.target = target;
        this.post = post;
        this.arrival = arrival;
        this.records = records;
    }

    /** Fails with a problem when there is nothing to sign with, or nowhere to send to. */
    Uni<Sent> send(Store store) {
        target.requireUsableBaseUrl();
        TestEvent event = TestEvent.of(store.shopDomain(), Instant.now());
        String url = target.baseUrl().addressOf(EventTopics.TEST);
        return post.post(url, event.headers(secret()), TestEvent.BODY).map(http -> new Sent(event, http));
    }

    Uni<TestEventAnswer> follow(Sent sent) {
        TestEvent event = sent.event();
        HttpHop http = sent.http();
        if (!http.ok()) {
            return Uni.createFrom().item(TestEventAnswer.of(event, http, KafkaHop.MISSING, DatabaseHop.MISSING));
        }
        return arrival.await(event, config.patience()).flatMap(found -> kafka(event, found)
                .map(kafka -> TestEventAnswer.of(event, http, kafka, found.hop())));
    }

    /** The ledger knows where it was; without a row there, Kafka has to say. */
    private Uni<KafkaHop> kafka(TestEvent event, Arrival.Found found) {
        return found.hop().ok() ? Uni.createFrom().item(KafkaHop.at(found.position())) : lookIntoKafka(event);
    }

    private Uni<KafkaHop> lookIntoKafka(TestEvent event) {
        // clocks of brokers and of this host may differ
        Instant since = event.triggeredAt().minus(CLOCKS_DIFFER);
        return Uni.createFrom()
                .item(() -> records.find(event.recordKey(), since, EventHeaders.WEBHOOK_ID, event.webhookId()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(position -> position.map(KafkaHop::at).orElse(KafkaHop.MISSING))
                .ifNoItem()
                .after(LOOK_INTO_KAFKA)
                .recoverWithItem(SILENT)
                .onFailure(ProblemException.class)
                .recoverWithItem(SILENT);
    }

    private String secret() {
        return config.clientSecret()
                .filter(secret -> !secret.isBlank())
                .orElseThrow(() -> ProblemException.of(
                        Problem.CLIENT_SECRET_MISSING,
                        "Set SHOPIFY_CLIENT_SECRET of admin-api to the app's secret, as for ingest-service"));
    }
}
