package dev.shopmirror.admin.store;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.credential.CredentialRules;
import dev.shopmirror.admin.credential.GivenCredentials;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.wanted.WantedTopics;

/** What is to change of a store. Every field may be null. */
@Schema(
        description = "What is absent stays as it is, and so does what is null, except wantedWebhooks."
                + " Credentials are replaced as a whole, in one of the three forms that a new store takes.")
record StorePatch(
        @Schema(examples = "Acme", maxLength = NewStoreRules.MAX_NAME)
        String name,

        @Schema(
                enumeration = {"active", "inactive"},
                description = "A store that is uninstalled, disconnected or redacted becomes active by new credentials")
        String status,

        @Schema(description = "Admin API access token") Secret accessToken,

        @Schema(description = "Gets the next access token when this one expires")
        Secret refreshToken,

        @Schema(format = "date-time", description = "When the access token expires")
        String expiresAt,

        @Schema(description = "true: access tokens are got with the app's own id and secret")
        Boolean clientCredentials,

        @Schema(
                implementation = Object[].class,
                nullable = true,
                examples = "[{\"topic\": \"products/update\", \"filter\": \"status:active\"}]",
                description = "Subscriptions the shop shall have: [{topic, fields?, filter?}]; null for the configured")
        JsonNode wantedWebhooks,

        @Schema(description = "Whether missing subscriptions are created again without an operator")
        Boolean healsDrift) {

    GivenCredentials credentials() {
        return new GivenCredentials(accessToken, refreshToken, expiresAt, clientCredentials);
    }

    /** Everything that is wrong, in the order of the fields; empty when nothing is. */
    List<InvalidField> violations() {
        List<InvalidField> found = new ArrayList<>();
        if (name != null) {
            NewStoreRules.checkName(name, found);
        }
        if (status != null && !status.equals("active") && !status.equals("inactive")) {
            found.add(new InvalidField("status", "must be active or inactive: the other states are Shopify's doing"));
        }
        if (!credentials().isAbsent()) {
            found.addAll(CredentialRules.violations(credentials()));
        }
        if (setsWantedWebhooks()) {
            found.addAll(WantedTopics.violations(wantedWebhooks));
        }
        return found;
    }

    boolean setsWantedWebhooks() {
        return wantedWebhooks != null && !wantedWebhooks.isNull();
    }

    boolean clearsWantedWebhooks() {
        return wantedWebhooks != null && wantedWebhooks.isNull();
    }

    /** Names of what is to change, for the audit log; no values. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        add("name", name != null, changes);
        add("status", status != null, changes);
        add("credentials", !credentials().isAbsent(), changes);
        add("wantedWebhooks", wantedWebhooks != null, changes);
        add("healsDrift", healsDrift != null, changes);
        return changes;
    }

    private static void add(String name, boolean changed, List<String> changes) {
        if (changed) {
            changes.add(name);
        }
    }
}
