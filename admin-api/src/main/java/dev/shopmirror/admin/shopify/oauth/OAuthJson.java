package dev.shopmirror.admin.shopify.oauth;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** Answers of the token endpoint. Unknown fields are passed over. */
final class OAuthJson {

    /** A token becomes a header. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1024}");

    /** What lives longer by its own words was misunderstood, and is asked for again when it is refused. */
    private static final long LONGEST_LIFETIME_SECONDS = 400L * 24 * 3600;

    private OAuthJson() {}

    static TokenGrant grant(String body, ObjectMapper mapper) {
        JsonNode grant = parse(body, mapper);
        Secret accessToken =
                token(grant.path("access_token")).orElseThrow(() -> unexpected("the answer holds no access token"));
        return new TokenGrant(accessToken, token(grant.path("refresh_token")), lifetime(grant.path("expires_in")));
    }

    private static Optional<Secret> token(JsonNode token) {
        return token.isTextual() && TOKEN.matcher(token.textValue()).matches()
                ? Optional.of(Secret.of(token.textValue()))
                : Optional.empty();
    }

    private static Optional<Duration> lifetime(JsonNode seconds) {
        boolean plausible =
                seconds.canConvertToLong() && seconds.asLong() > 0 && seconds.asLong() <= LONGEST_LIFETIME_SECONDS;
        return plausible ? Optional.of(Duration.ofSeconds(seconds.asLong())) : Optional.empty();
    }

    static JsonNode parse(String body, ObjectMapper mapper) {
        try {
            return mapper.readTree(body == null ? "" : body);
        } catch (JsonProcessingException e) {
            throw unexpected("it is no JSON"); // the cause would quote the body
        }
    }

    static ShopifyException unexpected(String why) {
        return new ShopifyException(
                Reason.UNEXPECTED_ANSWER, "Shopify's answer is not what it documents: " + why, null);
    }
}
