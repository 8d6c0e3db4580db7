package dev.shopmirror.admin.connection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.security.AuditLog;

/**
 * Looks into reported uninstallations: app/uninstalled is signed, but its headers are not, so a store is only provisionally
 * off until Shopify refuses its token too. Two replicas may ask at once; it is a question, and both get the same answer.
 */
@ApplicationScoped
class UninstallConfirmation {

    private static final Logger log = Logger.getLogger(UninstallConfirmation.class);

    /** A few at a time, at random: a shop that does not answer must not keep others from being asked. */
    private static final String PROVISIONAL = """
            SELECT id FROM store WHERE status = 'uninstalled' AND uninstall_confirmed_at IS NULL
            ORDER BY random() LIMIT 20""";

    private final Pool pool;
    private final CredentialsCheck check;

    UninstallConfirmation(Pool pool, CredentialsCheck check) {
        this.pool = pool;
        this.check = check;
    }

    @Scheduled(
            identity = "uninstall-confirmation",
            every = "${uninstall.confirm-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> turn() {
        return provisional()
                .flatMap(this::checkAll)
                .onFailure()
                .invoke(failure -> log.warnf("Uninstallations could not be looked into: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<UUID>> provisional() {
        return pool.query(PROVISIONAL)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    private Uni<Void> checkAll(List<UUID> stores) {
        return Multi.createFrom()
                .iterable(stores)
                .onItem()
                .transformToUniAndConcatenate(this::checkOne)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One that cannot be asked is asked again next time. */
    private Uni<Void> checkOne(UUID store) {
        return check.check(store)
                .invoke(UninstallConfirmation::tell)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure ->
                        log.warnf("Uninstallation not confirmed yet store=%s: %s", store, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static void tell(CheckAnswer answer) {
        AuditLog.recordOwn(
                answer.valid() ? "Uninstallation lifted" : "Uninstallation confirmed",
                "store=" + answer.storeId() + " shop=" + answer.shopDomain() + " status="
                        + answer.status().value());
    }
}
