package dev.shopmirror.admin.redrive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A redrive as the API shows it. */
@Schema(name = "Redrive")
record RedriveJobView(
        UUID id,

        @Schema(enumeration = {RedriveJob.RUNNING, RedriveJob.DONE, RedriveJob.CANCELLED, RedriveJob.FAILED})
        String status,

        @Schema(description = "Deliveries found when it was asked for")
        long total,

        @Schema(description = "Acknowledged by Kafka so far; what became of each, its delivery says")
        long published,

        @Schema(description = "Their bodies are nowhere any more: fetch them from Shopify by a backfill")
        long gone,

        @Schema(description = "What was asked for") Map<String, Object> filter,

        @Schema(description = "Subject of the operator's token")
        String requestedBy,

        Instant requestedAt,

        @Schema(description = "Last sign of life: progress, or a try that got nowhere")
        Instant updatedAt,

        @Schema(nullable = true) Instant finishedAt,

        @Schema(description = "Why it failed, or what it waits for", nullable = true)
        String error) {

    static RedriveJobView of(RedriveJob job) {
        return new RedriveJobView(
                job.id(),
                job.status(),
                job.total(),
                job.published(),
                job.gone(),
                asked(job.filter()),
                job.requestedBy(),
                job.requestedAt(),
                job.updatedAt(),
                job.finishedAt(),
                job.error());
    }

    /** The shops are the caller's limits, not its wish. */
    private static Map<String, Object> asked(JsonObject filter) {
        Map<String, Object> asked = new LinkedHashMap<>(filter.getMap());
        asked.remove(JobFilter.SHOP_DOMAINS);
        return asked;
    }
}
