package dev.shopmirror.admin.security;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/**
 * Which stores the caller may see. A token without the claim {@code stores} sees all of them; with it, an array of store
 * ids, those alone, and neither lists nor the routes of one store show any other.
 */
@ApplicationScoped
public class StoreScope {

    private static final String CLAIM = "stores";

    private final JsonWebToken caller;

    /** @param caller the token of the request under way */
    public StoreScope(JsonWebToken caller) {
        this.caller = caller;
    }

    /** Empty when all stores may be seen; else the ids of those that may, possibly none. */
    public Optional<Set<UUID>> limit() {
        return caller.containsClaim(CLAIM) ? Optional.of(ids(caller.getClaim(CLAIM))) : Optional.empty();
    }

    /** The id again; fails with a problem when the caller may not see that store, whether there is one or not. */
    public UUID require(UUID storeId) {
        if (limit().filter(allowed -> !allowed.contains(storeId)).isPresent()) {
            throw ProblemException.of(Problem.STORE_FORBIDDEN, "The token's claim stores does not name " + storeId);
        }
        return storeId;
    }

    /** Fails with a problem when the caller may not see every store. */
    public void requireAll() {
        if (limit().isPresent()) {
            throw ProblemException.of(Problem.STORE_FORBIDDEN, "This takes a token without the claim stores");
        }
    }

    /** What is no list of ids allows nothing: a misspelt limit must not be none. */
    private static Set<UUID> ids(Object claim) {
        Set<UUID> ids = new HashSet<>();
        if (claim instanceof Iterable<?> values) {
            values.forEach(value -> id(value).ifPresent(ids::add));
        }
        return ids;
    }

    private static Optional<UUID> id(Object value) {
        try {
            String text = value instanceof JsonString json ? json.getString() : String.valueOf(value);
            return value == JsonValue.NULL ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
