package dev.shopmirror.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.shopmirror.admin.credential.CredentialKind;
import dev.shopmirror.admin.credential.SealedCredentials;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.oauth.Installation;

class StoreChangeTest {

    private static final Instant BEFORE = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final SealedCredentials NEW =
            new SealedCredentials(CredentialKind.REFRESHABLE_TOKEN, "k:new", "k:refresh", NOW.plusSeconds(3600));

    @Test
    void emptyPatchChangesNothing() {
        Store store = store(StoreStatus.ACTIVE);

        apply(patch(null, null, null, null), null, store);

        assertThat(store.name).isEqualTo("Acme");
        assertThat(store.status).isEqualTo(StoreStatus.ACTIVE);
        assertThat(store.accessToken).isEqualTo("k:old");
        assertThat(store.installedAt).isEqualTo(BEFORE);
        assertThat(store.needsBackfill).isFalse();
    }

    @Test
    void nameOfAnUninstalledStoreChangesWithoutTouchingItsState() {
        Store store = store(StoreStatus.UNINSTALLED);

        apply(patch(" Acme Ltd ", null, null, null), null, store);

        assertThat(store.name).isEqualTo("Acme Ltd");
        assertThat(store.status).isEqualTo(StoreStatus.UNINSTALLED);
        assertThat(store.statusReason).isEqualTo("because");
        assertThat(store.uninstalledAt).isEqualTo(BEFORE);
    }

    @Test
    void storeIsSwitchedOffAndOnAgain() {
        Store store = store(StoreStatus.ACTIVE);

        apply(patch(null, "inactive", null, null), null, store);
        assertThat(store.status).isEqualTo(StoreStatus.INACTIVE);
        assertThat(store.statusReason).isEqualTo("Switched off by an operator");
        assertThat(store.needsBackfill).isFalse();

        apply(patch(null, "active", null, null), null, store);
        assertThat(store.status).isEqualTo(StoreStatus.ACTIVE);
        assertThat(store.statusReason).isNull();
        assertThat(store.needsBackfill).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UNINSTALLED,active",
        "UNINSTALLED,inactive",
        "DISCONNECTED,active",
        "DISCONNECTED,inactive",
        "REDACTED,active",
        "REDACTED,inactive"
    })
    void stateThatWasFoundOutIsNotSwitched(StoreStatus status, String wanted) {
        Store store = store(status);

        assertThatThrownBy(() -> apply(patch("Other", wanted, null, null), null, store))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CREDENTIALS_NEEDED));
        assertThat(store.name).isEqualTo("Acme");
        assertThat(store.status).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(StoreStatus.class)
    void newCredentialsMakeAnyStoreActive(StoreStatus status) {
        Store store = store(status);

        apply(patch(null, null, null, null), NEW, store);

        assertThat(store.status).isEqualTo(StoreStatus.ACTIVE);
        assertThat(store.statusReason).isNull();
        assertThat(store.credentialKind).isEqualTo(CredentialKind.REFRESHABLE_TOKEN);
        assertThat(store.accessToken).isEqualTo("k:new");
        assertThat(store.refreshToken).isEqualTo("k:refresh");
        assertThat(store.accessTokenExpiresAt).isEqualTo(NOW.plusSeconds(3600));
        assertThat(store.installedAt).isEqualTo(NOW);
        assertThat(store.uninstalledAt).isNull();
        assertThat(store.uninstallConfirmedAt).isNull();
        assertThat(store.renewalId).isNull();
        assertThat(store.needsBackfill).isEqualTo(status != StoreStatus.ACTIVE);
    }

    @Test
    void newCredentialsMayComeWithTheStoreSwitchedOff() {
        Store store = store(StoreStatus.UNINSTALLED);

        apply(patch(null, "inactive", null, null), NEW, store);

        assertThat(store.status).isEqualTo(StoreStatus.INACTIVE);
        assertThat(store.uninstalledAt).isNull();
    }

    @Test
    void oneFormOfCredentialsReplacesTheOtherAsAWhole() {
        Store store = store(StoreStatus.ACTIVE);
        SealedCredentials clientCredentials =
                new SealedCredentials(CredentialKind.CLIENT_CREDENTIALS, null, null, null);

        apply(patch(null, null, null, null), clientCredentials, store);

        assertThat(store.accessToken).isNull();
        assertThat(store.refreshToken).isNull();
        assertThat(store.accessTokenExpiresAt).isNull();
    }

    @Test
    void wantedWebhooksAreSetKeptAndCleared() {
        Store store = store(StoreStatus.ACTIVE);
        JsonNode wanted = JsonNodeFactory.instance
                .arrayNode()
                .add(JsonNodeFactory.instance.objectNode().put("topic", "products/update"));

        apply(patch(null, null, wanted, true), null, store);
        assertThat(store.wantedWebhooks).isEqualTo(wanted);
        assertThat(store.healsDrift).isTrue();

        apply(patch(null, null, null, null), null, store);
        assertThat(store.wantedWebhooks).isEqualTo(wanted);
        assertThat(store.healsDrift).isTrue();

        apply(patch(null, null, JsonNodeFactory.instance.nullNode(), false), null, store);
        assertThat(store.wantedWebhooks().isEmpty()).isTrue();
        assertThat(store.healsDrift).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = StoreStatus.class,
            names = {"UNINSTALLED", "DISCONNECTED"})
    void acceptedTokenBringsTheStoreBack(StoreStatus status) {
        Store store = store(status);

        store.foundConnected(store(status), new Installation(42, List.of("read_products")), NOW);

        assertThat(store.status()).isEqualTo(StoreStatus.ACTIVE);
        assertThat(store.statusReason()).isEmpty();
        assertThat(store.shopifyShopId()).isEqualTo(Optional.of(42L));
        assertThat(store.accessScopes).containsExactly("read_products");
        assertThat(store.accessScopesAt).isEqualTo(NOW);
        assertThat(store.uninstalledAt).isNull();
        assertThat(store.needsBackfill).isTrue();
    }

    @Test
    void acceptedTokenLeavesASwitchedOffStoreOff() {
        Store store = store(StoreStatus.INACTIVE);

        store.foundConnected(store(StoreStatus.INACTIVE), new Installation(42, List.of()), NOW);

        assertThat(store.status()).isEqualTo(StoreStatus.INACTIVE);
    }

    @Test
    void acceptedTokenLeavesAStoreOffThatWasSwitchedOffBeforeItsUninstallWasReported() {
        Store store = store(StoreStatus.UNINSTALLED);
        store.statusBeforeUninstall = StoreStatus.INACTIVE;

        store.foundConnected(store(StoreStatus.UNINSTALLED), new Installation(42, List.of()), NOW);

        assertThat(store.status()).isEqualTo(StoreStatus.INACTIVE);
        assertThat(store.uninstalledAt).isNull();
        assertThat(store.statusBeforeUninstall).isNull();
        assertThat(store.needsBackfill).isFalse();
    }

    @Test
    void uninstallThatCameDuringTheCheckStands() {
        Store before = store(StoreStatus.UNINSTALLED);
        Store store = store(StoreStatus.UNINSTALLED);
        store.uninstalledAt = NOW;

        store.foundConnected(before, new Installation(42, List.of()), NOW);
        assertThat(store.status()).isEqualTo(StoreStatus.UNINSTALLED);

        store.foundUninstalled(before, NOW);
        assertThat(store.uninstallConfirmedAt).isEqualTo(BEFORE);
    }

    @Test
    void refusedTokenConfirmsTheUninstall() {
        Store store = store(StoreStatus.UNINSTALLED);

        store.foundUninstalled(store(StoreStatus.UNINSTALLED), NOW);

        assertThat(store.status()).isEqualTo(StoreStatus.UNINSTALLED);
        assertThat(store.uninstallConfirmedAt).isEqualTo(NOW);
        assertThat(store.statusReason().orElseThrow()).contains("refused the token");
    }

    private static void apply(StorePatch patch, SealedCredentials credentials, Store store) {
        new StoreChange(patch, credentials, NOW).applyTo(store);
    }

    private static StorePatch patch(String name, String status, JsonNode wanted, Boolean healsDrift) {
        return new StorePatch(name, status, null, null, null, null, wanted, healsDrift);
    }

    private static Store store(StoreStatus status) {
        Store store = Store.createdAt(BEFORE);
        store.name = "Acme";
        store.replaceCredentials(
                new SealedCredentials(CredentialKind.ACCESS_TOKEN, "k:old", "k:old-refresh", BEFORE), BEFORE);
        store.status = status;
        store.statusReason = status == StoreStatus.ACTIVE ? null : "because";
        store.needsBackfill = false;
        store.renewalId = UUID.randomUUID();
        if (status == StoreStatus.UNINSTALLED) {
            store.uninstalledAt = BEFORE;
            store.uninstallConfirmedAt = BEFORE;
        }
        return store;
    }
}
