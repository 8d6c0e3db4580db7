package dev.shopmirror.admin.testevent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
            String advice) {}

    static TestEventAnswer of(TestEvent event, HttpHop http, KafkaHop kafka, DatabaseHop database) {
        String stoppedAt = stoppedAt(http, kafka, database);
        Data data = new Data(event.webhookId(), http, kafka, database, stoppedAt, Diagnosis.of(http, kafka, database));
        return stoppedAt == null
                ? new TestEventAnswer(true, "The test event arrived in PostgreSQL", data)
                : new TestEventAnswer(false, "The test event stopped at " + stoppedAt, data);
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
