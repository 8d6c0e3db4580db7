package dev.shopmirror.admin.store;

import java.util.ArrayList;
import java.util.List;

import dev.shopmirror.admin.credential.CredentialRules;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.event.ShopDomain;

/** What a new store must be. */
final class NewStoreRules {

    static final int MAX_NAME = 200;

    private NewStoreRules() {}

    /** Everything that is wrong, in the order of the fields; empty when nothing is. */
    static List<InvalidField> violations(NewStore store) {
        List<InvalidField> found = new ArrayList<>();
        if (ShopDomain.parse(store.shopDomain()).isEmpty()) {
            found.add(new InvalidField("shopDomain", "must be a permanent shop domain, such as acme.myshopify.com"));
        }
        checkName(store.name(), found);
        found.addAll(CredentialRules.violations(store.credentials()));
        return found;
    }

    static void checkName(String text, List<InvalidField> found) {
        boolean isName = text != null
                && !text.isBlank()
                && text.length() <= MAX_NAME
                && text.chars().noneMatch(Character::isISOControl);
        if (!isName) {
            found.add(new InvalidField("name", "must have 1 to " + MAX_NAME + " characters, none of them control"));
        }
    }
}
