package dev.shopmirror.admin.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.oauth.TokenEndpoint;
import dev.shopmirror.admin.shopify.oauth.TokenGrant;

/**
 * Fetches a store's next access token, once however many want it: in this process by {@link SingleFlight}, over replicas
 * by a claim in the store's row. The new pair is committed before anybody gets it. Until its first use Shopify takes the
 * old refresh token too, so a pair that was lost on the way to the database costs nothing but another call.
 */
@ApplicationScoped
class TokenRenewal {

    private static final Logger log = Logger.getLogger(TokenRenewal.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int COMMIT_RETRIES = 3;

    private final TokenRows rows;
    private final TokenSeal seal;
    private final TokenEndpoint shopify;
    private final Disconnection disconnection;
    private final RenewalTimes times;
    private final SingleFlight<Demand, Secret> flights = new SingleFlight<>();

    @Inject
    TokenRenewal(TokenRows rows, TokenSeal seal, TokenEndpoint shopify, Disconnection disconnection) {
        this(rows, seal, shopify, disconnection, RenewalTimes.REAL);
    }

    TokenRenewal(
            TokenRows rows, TokenSeal seal, TokenEndpoint shopify, Disconnection disconnection, RenewalTimes times) {
        this.rows = rows;
        this.seal = seal;
        this.shopify = shopify;
        this.disconnection = disconnection;
        this.times = times;
    }

    /** Fails as {@link TokenEndpoint} does, and with a problem when the store has no way to another token. */
    Uni<Secret> renew(Demand demand) {
        return flights.run(demand, () -> tryUntil(Instant.now().plus(times.patience()), demand));
    }

    /** The token at hand, if it still serves. */
    Optional<Secret> atHand(TokenRow row, Demand demand) {
        demand.requireStatusOf(row);
        return row.state(Instant.now()) == TokenRow.State.SPENT
                ? Optional.empty()
                : Optional.of(accessToken(row)).filter(demand::isMetBy);
    }

    Secret accessToken(TokenRow row) {
        return seal.open(row.id(), TokenSeal.Column.ACCESS_TOKEN, row.accessToken());
    }

    private Uni<Secret> tryUntil(Instant end, Demand demand) {
        UUID claim = UUID.randomUUID();
        return rows.claim(demand.storeId(), claim, times.claim())
                .flatMap(row -> row.isPresent() ? renewAs(claim, row.get(), demand, end) : waitForOther(demand, end));
    }

    private Uni<Secret> waitForOther(Demand demand, Instant end) {
        return rows.find(demand.storeId())
                .map(row -> atHand(row, demand))
                .flatMap(token -> token.isPresent() ? Uni.createFrom().item(token.get()) : lookAgain(demand, end));
    }

    private Uni<Secret> lookAgain(Demand demand, Instant end) {
        if (Instant.now().isAfter(end)) {
            return Uni.createFrom()
                    .failure(ProblemException.of(
                            Problem.ACCESS_TOKEN_PENDING, "Another request is fetching it; try again in a moment"));
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).flatMap(looked -> tryUntil(end, demand));
    }

    /** Whoever held the claim before may have done it all. */
    private Uni<Secret> renewAs(UUID claim, TokenRow row, Demand demand, Instant end) {
        return Uni.createFrom()
                .item(() -> renewedMeanwhile(row, demand))
                .flatMap(token -> token.isPresent()
                        ? rows.release(row.id(), claim).replaceWith(token.get())
                        : fetch(claim, row, demand, end))
                .onFailure()
                .call(failure -> endClaim(claim, row, failure))
                .onFailure(TimeoutException.class)
                .transform(failure -> outOfTime(row));
    }

    private Optional<Secret> renewedMeanwhile(TokenRow row, Demand demand) {
        Optional<Secret> token = atHand(row, demand);
        return row.state(Instant.now()) == TokenRow.State.USABLE ? token : Optional.empty();
    }

    private Uni<Secret> fetch(UUID claim, TokenRow row, Demand demand, Instant end) {
        Instant asked = Instant.now();
        return ask(row).ifNoItem()
                .after(times.request())
                .fail()
                .flatMap(grant -> commit(claim, row, grant, asked))
                .flatMap(token -> token.isPresent() ? Uni.createFrom().item(token.get()) : tryUntil(end, demand));
    }

    private Uni<TokenGrant> ask(TokenRow row) {
        if (row.kind() == CredentialKind.CLIENT_CREDENTIALS) {
            return shopify.clientCredentials(row.shopDomain());
        }
        if (row.refreshToken() == null) {
            throw ProblemException.of(
                    Problem.ACCESS_TOKEN_UNAVAILABLE,
                    "The store has no access token that is valid, and none to renew it by");
        }
        Secret refreshToken = seal.open(row.id(), TokenSeal.Column.REFRESH_TOKEN, row.refreshToken());
        return shopify.refresh(row.shopDomain(), refreshToken);
    }

    /** Empty when the claim was overtaken: what is in the row now counts. */
    private Uni<Optional<Secret>> commit(UUID claim, TokenRow row, TokenGrant grant, Instant asked) {
        return rows.commit(row.id(), claim, seal.seal(row.id(), row.kind(), grant, asked))
                .onFailure()
                .retry()
                .withBackOff(LOOK_AGAIN)
                .atMost(COMMIT_RETRIES)
                .onFailure()
                .invoke(failure -> log.warnf(
                        "New access token could not be stored shop=%s; it is fetched again", row.shopDomain()))
                .invoke(held -> log.infof("Access token renewed shop=%s stored=%s", row.shopDomain(), held))
                .map(held -> held ? Optional.of(grant.accessToken()) : Optional.empty());
    }

    /** Where even this fails, the claim runs out by itself; so does that of a request nobody knows the end of. */
    private Uni<Void> endClaim(UUID claim, TokenRow row, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> end = ShopifyException.is(failure, Reason.TOKEN_REFUSED)
                ? disconnection.renewalRefused(row, claim, (ShopifyException) failure)
                : rows.release(row.id(), claim);
        return end.onFailure().recoverWithNull();
    }

    private static ShopifyException outOfTime(TokenRow row) {
        return new ShopifyException(
                Reason.UNREACHABLE, row.shopDomain() + ": the access token could not be renewed in time", null);
    }
}
