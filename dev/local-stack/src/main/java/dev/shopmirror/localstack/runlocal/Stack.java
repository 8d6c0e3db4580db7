package dev.shopmirror.localstack.runlocal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.shopmirror.event.EventTopics;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.ServiceProcess;
import dev.shopmirror.localstack.runlocal.Options.Part;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;

/** Starts the engines and the services and wires them to each other. */
final class Stack {

    private static final Duration READY_PATIENCE = Duration.ofSeconds(90);

    /** All that is mirrored; admin-api by itself wants products alone, for which one scope is enough. */
    private static final String WEBHOOK_TOPICS = String.join(",", EventTopics.APPLIED);

    private final Options options;
    private final Folders folders;
    private final Running running;

    Stack(Options options, Folders folders, Running running) {
        this.options = options;
        this.folders = folders;
        this.running = running;
    }

    PostgresServer startPostgres() {
        PostgresServer postgres =
                running.add(PostgresServer.at(folders.data().resolve("postgres/data"), options.port(Part.POSTGRES)));
        postgres.start();
        postgres.prepare();
        return postgres;
    }

    KafkaServer startKafka() {
        return running.add(KafkaServer.start(folders.data().resolve("kafka"), options.port(Part.KAFKA)));
    }

    ShopifySimulator startSimulator(Secrets secrets) {
        ShopifySimulator simulator = running.add(ShopifySimulator.start(SimulatorOptions.defaults()
                .withPort(options.port(Part.SIMULATOR))
                .withClientSecret(secrets.clientSecret())
                .withLocalhostAddresses(true)));
        simulator.addShop(DemoStore.DOMAIN, secrets.accessToken());
        return simulator;
    }

    /** Starts the service; wait for it with {@link #awaitReady}. */
    ServiceProcess startService(Part part, Map<String, String> settings) {
        return running.add(ServiceProcess.start(
                folders.root().resolve(part.label()), options.port(part), settings, folders.logs()));
    }

    void awaitReady(ServiceProcess service) throws InterruptedException {
        service.awaitReady(READY_PATIENCE);
    }

    Map<String, String> ingestSettings(KafkaServer kafka, Shopify shopify) {
        Map<String, String> settings = new HashMap<>(shopify.secrets());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        return settings;
    }

    Map<String, String> syncSettings(PostgresServer postgres, KafkaServer kafka) {
        return settings(postgres, PostgresLogin.SYNC, kafka);
    }

    Map<String, String> adminSettings(PostgresServer postgres, KafkaServer kafka, Shopify shopify, Secrets secrets) {
        Map<String, String> settings = settings(postgres, PostgresLogin.ADMIN, kafka);
        settings.putAll(shopify.adminSettings());
        settings.put("WEBHOOK_TOPICS", WEBHOOK_TOPICS);
        settings.put("TOKEN_ENCRYPTION_KEYS", secrets.tokenEncryptionKeys());
        settings.put("JWT_PUBLIC_KEY_LOCATION", folders.jwtPublicKey().toString());
        settings.put("JWT_ISSUER", TokenIssuer.ISSUER);
        settings.put("JWT_AUDIENCE", TokenIssuer.AUDIENCE);
        return settings;
    }

    private static Map<String, String> settings(PostgresServer postgres, PostgresLogin login, KafkaServer kafka) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DATABASE_HOST", "127.0.0.1");
        settings.put("DATABASE_PORT", Integer.toString(postgres.port()));
        settings.put("DATABASE_NAME", PostgresServer.DATABASE);
        settings.put("DATABASE_USERNAME", login.username());
        settings.put("DATABASE_PASSWORD", login.password());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        return settings;
    }
}
