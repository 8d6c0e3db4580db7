package dev.shopmirror.admin.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.event.ShopDomain;

/** What a new store must be. */
final class NewStoreRules {

    static final int MAX_NAME = 200;

    /** A token becomes a header: visible ASCII only. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1024}");

    private NewStoreRules() {}

    /** Everything that is wrong, in the order of the fields; empty when nothing is. */
    static List<InvalidField> violations(NewStore store) {
        List<InvalidField> found = new ArrayList<>();
        if (ShopDomain.parse(store.shopDomain()).isEmpty()) {
            found.add(new InvalidField("shopDomain", "must be a permanent shop domain, such as acme.myshopify.com"));
        }
        if (!isName(store.name())) {
            found.add(new InvalidField("name", "must have 1 to " + MAX_NAME + " characters, none of them control"));
        }
        if (store.hasClientCredentials()) {
            checkThatNoTokenIsThere(store, found);
        } else {
            checkTokens(store, found);
        }
        return found;
    }

    /** The instant that an RFC 3339 text with any offset names, to the microsecond, as PostgreSQL keeps it. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Moment.of(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= MAX_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void checkThatNoTokenIsThere(NewStore store, List<InvalidField> found) {
        if (store.accessToken() != null || store.refreshToken() != null || store.expiresAt() != null) {
            found.add(new InvalidField(
                    "clientCredentials", "excludes accessToken, refreshToken and expiresAt: send one form only"));
        }
    }

    private static void checkTokens(NewStore store, List<InvalidField> found) {
        if (store.accessToken() == null) {
            found.add(new InvalidField("accessToken", "is required unless clientCredentials is true"));
        }
        checkToken("accessToken", store.accessToken(), found);
        checkToken("refreshToken", store.refreshToken(), found);
        checkExpiry(store, found);
    }

    private static void checkToken(String field, Secret token, List<InvalidField> found) {
        if (token != null && !TOKEN.matcher(token.reveal()).matches()) {
            found.add(new InvalidField(field, "must have 1 to 1024 visible ASCII characters"));
        }
    }

    private static void checkExpiry(NewStore store, List<InvalidField> found) {
        if ((store.refreshToken() == null) != (store.expiresAt() == null)) {
            String missing = store.refreshToken() == null ? "refreshToken" : "expiresAt";
            found.add(new InvalidField(missing, "is required: refreshToken and expiresAt come together"));
        }
        if (store.expiresAt() != null && instant(store.expiresAt()).isEmpty()) {
            found.add(new InvalidField("expiresAt", "must be a time such as 2030-01-31T10:30:00Z"));
        }
    }
}
