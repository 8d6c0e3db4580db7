package dev.shopmirror.admin.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** The access token a call to Shopify is made with. A redacted store has none, ever. */
@ApplicationScoped
public class AccessTokens {

    private final TokenRows rows;
    private final TokenRenewal renewal;
    private final Disconnection disconnection;

    AccessTokens(TokenRows rows, TokenRenewal renewal, Disconnection disconnection) {
        this.rows = rows;
        this.renewal = renewal;
        this.disconnection = disconnection;
    }

    /**
     * Fails with a problem when the store's status is not one for the purpose, or it has no token that is valid now and
     * no way to one, and with a {@link ShopifyException} when Shopify gives none.
     */
    public Uni<Secret> of(UUID storeId, Purpose purpose) {
        Demand demand = new Demand(storeId, null, purpose);
        return rows.find(storeId).flatMap(row -> token(row, demand));
    }

    /** Another one than Shopify refused; where there is no way to one, the store is disconnected and the refusal stands. */
    public Uni<Secret> insteadOf(Secret refused, UUID storeId, Purpose purpose, ShopifyException refusal) {
        Demand demand = new Demand(storeId, refused, purpose);
        return rows.find(storeId).flatMap(row -> another(row, demand, refusal));
    }

    /** Shopify refused also a token that was just renewed. */
    public Uni<Void> giveUp(Secret refused, UUID storeId, ShopifyException refusal) {
        return rows.find(storeId).flatMap(row -> disconnectIf(refused, row, refusal));
    }

    private Uni<Secret> token(TokenRow row, Demand demand) {
        Optional<Secret> atHand = renewal.atHand(row, demand);
        if (row.state(Instant.now()) == TokenRow.State.USABLE || !row.isRenewable()) {
            return Uni.createFrom().item(atHand.orElseThrow(AccessTokens::unavailable));
        }
        // A token that is about to expire serves once more while the next one cannot be had.
        return renewal.renew(demand)
                .onFailure(failure -> atHand.isPresent() && !isRefusal(failure))
                .recoverWithItem(() -> atHand.get());
    }

    private Uni<Secret> another(TokenRow row, Demand demand, ShopifyException refusal) {
        Optional<Secret> atHand = renewal.atHand(row, demand);
        if (atHand.isPresent()) {
            return Uni.createFrom().item(atHand.get());
        }
        return row.isRenewable()
                ? renewal.renew(demand)
                : disconnection.tokenRefused(row, refusal).flatMap(noted -> Uni.createFrom()
                        .failure(refusal));
    }

    private Uni<Void> disconnectIf(Secret refused, TokenRow row, ShopifyException refusal) {
        boolean isStillThere =
                row.accessToken() != null && renewal.accessToken(row).equals(refused);
        return isStillThere
                ? disconnection.tokenRefused(row, refusal)
                : Uni.createFrom().voidItem();
    }

    private static boolean isRefusal(Throwable failure) {
        return ShopifyException.is(failure, Reason.TOKEN_REFUSED);
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                Problem.ACCESS_TOKEN_UNAVAILABLE,
                "The store's access token is gone or expired, and there is nothing to renew it by: give new credentials");
    }
}
