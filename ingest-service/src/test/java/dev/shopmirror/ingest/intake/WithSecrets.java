package dev.shopmirror.ingest.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;

/** The test's application knows {@link Signing}'s secrets, under the names an operator gives them. */
@WithTestResource(WithSecrets.Settings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WithSecrets {

    final class Settings implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "SHOPIFY_CLIENT_SECRET", Signing.CLIENT,
                    "SHOPIFY_CLIENT_SECRET_PREVIOUS", Signing.CLIENT_PREVIOUS,
                    "SHOPIFY_WEBHOOK_SECRET", Signing.STORE_NOTIFICATION);
        }

        @Override
        public void stop() {}
    }
}
