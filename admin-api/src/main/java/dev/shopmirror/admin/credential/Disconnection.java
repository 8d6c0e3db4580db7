package dev.shopmirror.admin.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.shopify.ShopifyException;

/** An active store whose token Shopify no longer takes: from here on only new credentials, or a check, bring it back. */
@ApplicationScoped
class Disconnection {

    private static final Logger log = Logger.getLogger(Disconnection.class);

    private final TokenRows rows;

    Disconnection(TokenRows rows) {
        this.rows = rows;
    }

    /** Shopify gave no further token to whoever holds the claim. */
    Uni<Void> renewalRefused(TokenRow row, UUID claim, ShopifyException refusal) {
        String reason = "Shopify refused to renew the access token at " + now() + ": " + refusal.getMessage();
        return rows.refuseRenewal(row.id(), claim, reason)
                .call(disconnected -> disconnected ? nothing() : rows.release(row.id(), claim))
                .invoke(disconnected -> tell(disconnected, row, reason))
                .replaceWithVoid();
    }

    /** Shopify did not take the token of this row, and there is no way to a further one. */
    Uni<Void> tokenRefused(TokenRow row, ShopifyException refusal) {
        String reason = "Shopify refused the access token at " + now() + ": " + refusal.getMessage();
        return rows.refuseToken(row, reason)
                .invoke(disconnected -> tell(disconnected, row, reason))
                .replaceWithVoid();
    }

    private static void tell(boolean disconnected, TokenRow row, String reason) {
        if (disconnected) {
            log.warnf("Store disconnected shop=%s reason=%s", row.shopDomain(), reason);
            AuditLog.recordOwn(
                    "Store disconnected", "store=" + row.id() + " shop=" + row.shopDomain() + " reason=" + reason);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
