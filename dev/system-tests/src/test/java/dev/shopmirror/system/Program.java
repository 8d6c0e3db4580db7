package dev.shopmirror.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What is deployed: the services and the one-shot migration, as Maven packaged them. */
enum Program {
    INGEST_SERVICE(
            "ingest-service",
            List.of(
                    Set.of("KAFKA_BOOTSTRAP_SERVERS"),
                    Set.of("SHOPIFY_CLIENT_SECRET", "SHOPIFY_CLIENT_SECRET_PREVIOUS", "SHOPIFY_WEBHOOK_SECRET"))),
    SYNC_SERVICE(
            "sync-service",
            List.of(
                    Set.of("DATABASE_HOST"),
                    Set.of("DATABASE_NAME"),
                    Set.of("DATABASE_USERNAME"),
                    Set.of("DATABASE_PASSWORD"),
                    Set.of("KAFKA_BOOTSTRAP_SERVERS"))),
    ADMIN_API(
            "admin-api",
            List.of(
                    Set.of("DATABASE_HOST"),
                    Set.of("DATABASE_NAME"),
                    Set.of("DATABASE_USERNAME"),
                    Set.of("DATABASE_PASSWORD"),
                    Set.of("KAFKA_BOOTSTRAP_SERVERS"),
                    Set.of("JWT_PUBLIC_KEY_LOCATION"),
                    Set.of("JWT_ISSUER"),
                    Set.of("JWT_AUDIENCE"),
                    Set.of("TOKEN_ENCRYPTION_KEYS"),
                    Set.of("WEBHOOK_BASE_URL", "BACKEND_URL"))),
    MIGRATION(
            "migration",
            List.of(
                    Set.of("DATABASE_HOST"),
                    Set.of("DATABASE_NAME"),
                    Set.of("DATABASE_MIGRATION_USERNAME"),
                    Set.of("DATABASE_MIGRATION_PASSWORD")));

    private final String deploymentName;
    private final List<Set<String>> required;

    Program(String deploymentName, List<Set<String>> required) {
        this.deploymentName = deploymentName;
        this.required = required;
    }

    /** Its name in the Compose file and in Kubernetes. */
    String deploymentName() {
        return deploymentName;
    }

    /** What it cannot start without: one of each set. */
    List<Set<String>> required() {
        return required;
    }

    Path jar() {
        return this == MIGRATION
                ? RepositoryFiles.only("libs/database/target", "database-*.jar")
                : RepositoryFiles.path(deploymentName + "/target/quarkus-app/quarkus-run.jar");
    }

    /** Whether its sources read the environment variable. */
    boolean declares(String variable) {
        return this == MIGRATION
                ? RepositoryFiles.read("libs/database/src/main/java/dev/shopmirror/database/Migration.java")
                        .contains("\"" + variable + "\"")
                : RepositoryFiles.read(deploymentName + "/src/main/resources/application.properties")
                        .matches("(?s).*\\$\\{" + variable + "[:}].*");
    }
}
