package dev.shopmirror.sync.intake;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import dev.shopmirror.sync.delivery.BatchTransaction;
import dev.shopmirror.sync.delivery.Delivery;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;

/** Sees a batch through: until every delivery of it has an outcome, however long the database is away. */
@ApplicationScoped
public class BatchProcessor {

    private final BatchConfig config;
    private final BatchTransaction transaction;
    private final Attempts attempts;
    private final DeadLetterPublisher deadLetters;
    private final OutcomeReport report;

    BatchProcessor(
            BatchConfig config,
            BatchTransaction transaction,
            Attempts attempts,
            DeadLetterPublisher deadLetters,
            OutcomeReport report) {
        this.config = config;
        this.transaction = transaction;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
        this.report = report;
    }

    /** What a poll brought, in its order. */
    public static List<ConsumerRecord<String, byte[]>> list(ConsumerRecords<String, byte[]> poll) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(poll.count());
        poll.forEach(records::add);
        return records;
    }

    /** Completes when everything is committed. Never fails. */
    public Uni<Void> process(List<ConsumerRecord<String, byte[]>> records) {
        return Multi.createFrom()
                .iterable(Chunks.of(
                        records,
                        config.maxRecords(),
                        BatchProcessor::bytes,
                        config.maxBytes().asLongValue()))
                .onItem()
                .transformToUniAndConcatenate(this::readAndSettle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Only what is about to be written is held parsed, which takes many times its bytes. */
    private Uni<Void> readAndSettle(List<ConsumerRecord<String, byte[]>> chunk) {
        List<Delivery> deliveries = chunk.stream().map(Delivery::read).toList();
        return inOrder(Chunks.of(deliveries, config.maxRecords(), this::weight, config.maxVariants()));
    }

    /** In variants. An event of the store itself stands alone: no other store waits while it has its store to itself. */
    private int weight(Delivery delivery) {
        return delivery.storeEvent() == null ? delivery.variants() : config.maxVariants() + 1;
    }

    private Uni<Void> inOrder(List<List<Delivery>> chunks) {
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(this::settle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(List<Delivery> chunk) {
        return chunk.size() == 1 ? settle(chunk.get(0)) : settleTogether(chunk);
    }

    /** Halves what cannot be written together, until what PostgreSQL refuses stands alone. */
    private Uni<Void> settleTogether(List<Delivery> chunk) {
        int half = chunk.size() / 2;
        return attempts.untilDoneOrToBeDivided(() -> write(chunk))
                .onFailure()
                .recoverWithUni(() -> inOrder(List.of(chunk.subList(0, half), chunk.subList(half, chunk.size()))));
    }

    private Uni<Void> settle(Delivery delivery) {
        return attempts.untilDoneOrPoison(() -> write(List.of(delivery)))
                .onFailure()
                .recoverWithUni(refusal -> attempts.untilDone(() -> write(List.of(refused(delivery, refusal)))));
    }

    private Uni<Void> write(List<Delivery> chunk) {
        return transaction
                .run(chunk, deadLetters::publish)
                .invoke(report::report)
                .replaceWithVoid();
    }

    private static Delivery refused(Delivery delivery, Throwable refusal) {
        return delivery.poisonedBy(new PoisonException(PoisonReason.REFUSED_BY_DATABASE, Failures.describe(refusal)));
    }

    private static long bytes(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }
}
