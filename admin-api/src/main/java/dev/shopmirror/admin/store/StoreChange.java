package dev.shopmirror.admin.store;

import java.time.Instant;

import dev.shopmirror.admin.credential.SealedCredentials;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/**
 * What a patch makes of a store.
 *
 * @param credentials that replace the store's; null when they stay
 * @param now becomes {@code installedAt} with new credentials
 */
record StoreChange(StorePatch patch, SealedCredentials credentials, Instant now) {

    /** Fails with a problem, and leaves the store as it was, when it cannot become active like this. */
    void applyTo(Store store) {
        StoreStatus status = statusAfter(store);
        if (patch.name() != null) {
            store.name = patch.name().strip();
        }
        if (credentials != null) {
            store.replaceCredentials(credentials, now);
        }
        if (patch.healsDrift() != null) {
            store.healsDrift = patch.healsDrift();
        }
        if (patch.setsWantedWebhooks()) {
            store.wantedWebhooks = patch.wantedWebhooks();
        } else if (patch.clearsWantedWebhooks()) {
            store.wantedWebhooks = null;
        }
        store.become(status, status == StoreStatus.INACTIVE ? "Switched off by an operator" : null);
        store.updatedAt = now;
    }

    private StoreStatus statusAfter(Store store) {
        if (patch.status() != null && credentials == null && !isSwitchable(store.status)) {
            throw ProblemException.of(
                    Problem.CREDENTIALS_NEEDED,
                    "The store is " + store.status.value() + ": send accessToken, accessToken with refreshToken and"
                            + " expiresAt, or clientCredentials");
        }
        if (patch.status() != null) {
            return patch.status().equals("active") ? StoreStatus.ACTIVE : StoreStatus.INACTIVE;
        }
        return credentials == null ? store.status : StoreStatus.ACTIVE;
    }

    /** The other states are found out and not chosen; leaving them by a switch would forget why. */
    private static boolean isSwitchable(StoreStatus status) {
        return status == StoreStatus.ACTIVE || status == StoreStatus.INACTIVE;
    }
}
