package dev.shopmirror.admin.testevent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.store.StoreStatus;

/** How far a test event came; {@code success} when all the way. */
record TestEventAnswer(boolean success, String message, Data data) {

    @Schema(name = "TestEventData")
    record Data(
            String webhookId,
            HttpHop http,
            KafkaHop kafka,
            DatabaseHop database,

            @Schema(
                    description = "http, kafka or database: how far it could be followed; null when it arrived",
                    nullable = true)
            String stoppedAt,

            @Schema(description = "Why, and what to do; null when it arrived", nullable = true)
            String advice,

            @Schema(
                    description = "What becomes of Shopify's own events all the same; null when they are applied",
                    nullable = true)
            String warning) {

        Data withWarning(String text) {
            return new Data(webhookId, http, kafka, database, stoppedAt, advice, text);
        }
    }

    static TestEventAnswer of(TestEvent event, HttpHop http, KafkaHop kafka, DatabaseHop database) {
        String stoppedAt = stoppedAt(http, kafka, database);
        Data data = new Data(
                event.webhookId(), http, kafka, database, stoppedAt, Diagnosis.of(http, kafka, database), null);
        return stoppedAt == null
                ? new TestEventAnswer(true, "The test event arrived in PostgreSQL", data)
                : new TestEventAnswer(false, "The test event stopped at " + stoppedAt, data);
    }

    /** The same of a store in this state. The test event does not depend on it; Shopify's events do. */
    TestEventAnswer ofStoreThatIs(StoreStatus status) {
        if (status.isMirrored()) {
            return this;
        }
        String warning = "The store is " + status.value() + ": Shopify's events are recorded as ignored, and can be"
                + " redriven once it is active";
        return new TestEventAnswer(success, message, data.withWarning(warning));
    }

    private static String stoppedAt(HttpHop http, KafkaHop kafka, DatabaseHop database) {
        if (!http.ok()) {
            return "http";
        }
        if (!kafka.ok()) {
            return "kafka";
        }
        return database.ok() ? null : "database";
    }
}
