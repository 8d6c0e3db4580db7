package dev.shopmirror.admin.redrive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.ledger.Deliveries;
import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.ledger.Selection;
import dev.shopmirror.admin.ledger.Selections;
import dev.shopmirror.admin.ledger.StoredDelivery;
import dev.shopmirror.admin.paging.Cursor;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.redrive.RedriveRepository.JobPosition;
import dev.shopmirror.admin.replay.Replay;
import dev.shopmirror.admin.replay.Replayed;
import dev.shopmirror.admin.security.StoreScope;

/** Redrives, as operators ask for them. */
@ApplicationScoped
class Redrives {

    private final RedriveRepository repository;
    private final Deliveries deliveries;
    private final Selections selections;
    private final Replay replay;
    private final StoreScope scope;

    Redrives(
            RedriveRepository repository,
            Deliveries deliveries,
            Selections selections,
            Replay replay,
            StoreScope scope) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.selections = selections;
        this.replay = replay;
        this.scope = scope;
    }

    /** Published at once, whatever other redrives are under way. */
    Uni<RedriveJob> one(String id, String requestedBy) {
        return deliveries.get(id).invoke(Redrives::requireOpen).flatMap(delivery -> publish(delivery)
                .flatMap(result ->
                        repository.insertDone(requestedBy, JobFilter.of(delivery.key()), result.published())));
    }

    /** Left to whichever replica looks next. */
    Uni<RedriveJob> many(DeliveryFilter filter, String requestedBy) {
        return selections
                .of(filter)
                .invoke(this::requireAllowed)
                .call(replay::requireReachable)
                .flatMap(selection ->
                        deliveries.count(selection).flatMap(total -> insert(selection, total, requestedBy)));
    }

    Uni<Page<RedriveJob>> list(int limit, String cursor) {
        Optional<JobPosition> after = Cursor.parts(cursor, 2).map(Redrives::position);
        return selections
                .visible()
                .flatMap(visible -> repository.list(visible, after, limit + 1))
                .map(jobs -> Page.of(jobs, limit, job -> Cursor.key(job.requestedAt(), job.id())));
    }

    /** Fails with a problem when there is none that the caller may see. */
    Uni<RedriveJob> get(UUID id) {
        return selections
                .visible()
                .flatMap(visible -> repository.find(id, visible))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(Problem.REDRIVE_NOT_FOUND, "No redrive has the id " + id));
    }

    /** Ends it after the chunk under way. A cancelled one stays so. */
    Uni<RedriveJob> cancel(UUID id) {
        return get(id).flatMap(job -> repository.cancel(id).onItem().ifNull().switchTo(() -> ended(id)));
    }

    private Uni<RedriveJob> ended(UUID id) {
        return get(id).invoke(job -> {
            if (!job.status().equals(RedriveJob.CANCELLED)) {
                throw ProblemException.of(Problem.REDRIVE_FINISHED, "It is " + job.status());
            }
        });
    }

    private Uni<RedriveJob> insert(Selection selection, long total, String requestedBy) {
        return total == 0
                ? repository.insertDone(requestedBy, JobFilter.of(selection), 0)
                : repository.insertRunning(requestedBy, JobFilter.of(selection), total);
    }

    private Uni<Replayed> publish(StoredDelivery delivery) {
        return replay.publish(List.of(delivery)).invoke(Redrives::requirePublished);
    }

    /** The caller could not see what it set off. */
    private void requireAllowed(Selection selection) {
        if (scope.limit().isPresent() && selection.shopDomains().orElseThrow().isEmpty()) {
            throw ProblemException.of(Problem.STORE_FORBIDDEN, "The token's claim stores names none of these shops");
        }
    }

    private static void requireOpen(StoredDelivery delivery) {
        if (delivery.outcome() != Outcome.DEAD_LETTERED && delivery.outcome() != Outcome.IGNORED) {
            throw ProblemException.of(
                    Problem.DELIVERY_SETTLED,
                    "It is " + delivery.outcome().code() + "; only dead letters and ignored deliveries are redriven");
        }
    }

    private static void requirePublished(Replayed result) {
        if (result.published() == 0) {
            throw ProblemException.of(
                    Problem.BODY_GONE,
                    "Kafka keeps deliveries for 7 days and dead letters for 14, and this one is older. Let Shopify send"
                            + " it anew, by a backfill or by a change of the resource");
        }
    }

    private static JobPosition position(List<String> parts) {
        return new JobPosition(Cursor.time(parts.get(0)), Cursor.uuid(parts.get(1)));
    }
}
