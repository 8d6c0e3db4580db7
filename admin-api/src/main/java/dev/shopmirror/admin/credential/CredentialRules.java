package dev.shopmirror.admin.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.secret.Secret;

/** What given credentials must be. */
public final class CredentialRules {

    /** A token becomes a header: visible ASCII only. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1024}");

    private CredentialRules() {}

    /** Everything that is wrong, in the order of the fields; empty when nothing is. */
    public static List<InvalidField> violations(GivenCredentials given) {
        List<InvalidField> found = new ArrayList<>();
        if (given.hasClientCredentials()) {
            checkThatNoTokenIsThere(given, found);
        } else {
            checkTokens(given, found);
        }
        return found;
    }

    private static void checkThatNoTokenIsThere(GivenCredentials given, List<InvalidField> found) {
        if (given.accessToken() != null || given.refreshToken() != null || given.expiresAt() != null) {
            found.add(new InvalidField(
                    "clientCredentials", "excludes accessToken, refreshToken and expiresAt: send one form only"));
        }
    }

    private static void checkTokens(GivenCredentials given, List<InvalidField> found) {
        if (given.accessToken() == null) {
            found.add(new InvalidField("accessToken", "is required unless clientCredentials is true"));
        }
        checkToken("accessToken", given.accessToken(), found);
        checkToken("refreshToken", given.refreshToken(), found);
        checkExpiry(given, found);
    }

    private static void checkToken(String field, Secret token, List<InvalidField> found) {
        if (token != null && !TOKEN.matcher(token.reveal()).matches()) {
            found.add(new InvalidField(field, "must have 1 to 1024 visible ASCII characters"));
        }
    }

    private static void checkExpiry(GivenCredentials given, List<InvalidField> found) {
        if ((given.refreshToken() == null) != (given.expiresAt() == null)) {
            String missing = given.refreshToken() == null ? "refreshToken" : "expiresAt";
            found.add(new InvalidField(missing, "is required: refreshToken and expiresAt come together"));
        }
        if (given.expiresAt() != null && given.expiry().isEmpty()) {
            found.add(new InvalidField("expiresAt", "must be a time such as 2030-01-31T10:30:00Z"));
        }
    }
}
