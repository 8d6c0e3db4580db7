package dev.shopmirror.localstack;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tests use engines from the environment only when asked for with {@code -Dshopmirror.external=true}: a developer's
 * settings must not send them to a live broker.
 */
final class ExternalEngines {

    private ExternalEngines() {}

    static boolean wanted() {
        return Boolean.getBoolean("shopmirror.external");
    }

    /** @throws IllegalStateException for a test that stops engines: external ones are not ours to stop */
    static void requireOurs() {
        if (wanted()) {
            throw new IllegalStateException("Engines named by the environment are not stopped by tests");
        }
    }

    static Map<String, String> databaseSettings() {
        return Stream.of("DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME", "DATABASE_USERNAME", "DATABASE_PASSWORD")
                .collect(Collectors.toMap(name -> name, ExternalEngines::setting));
    }

    static String setting(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("With -Dshopmirror.external=true the tests need " + name);
        }
        return value;
    }
}
