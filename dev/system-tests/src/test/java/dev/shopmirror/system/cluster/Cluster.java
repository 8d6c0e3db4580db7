package dev.shopmirror.system.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;

/** Several instances of the packaged services on the shared engines. */
public final class Cluster implements AutoCloseable {

    public static final String SECRET = "shpss_system_tests";

    /** Many JVMs on a small machine: the compiler that starts fast, and no thread that is not needed. */
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Set to WARN: a line a delivery would be the larger part of the work. */
    private static final String INGEST_LINES = "QUARKUS_LOG_CATEGORY__DEV_SHOPMIRROR_INGEST_INTAKE__LEVEL";

    private static final String SYNC_LINES = "QUARKUS_LOG_CATEGORY__DEV_SHOPMIRROR_SYNC_DELIVERY__LEVEL";

    private final String name;
    private final String deliveryLines;
    private final List<Instance> ingest = new ArrayList<>();
    private final List<Instance> sync = new ArrayList<>();

    private Cluster(String name, String deliveryLines) {
        this.name = name;
        this.deliveryLines = deliveryLines;
    }

    /** Starts everything at once and waits until all are ready. */
    public static Cluster start(String name, int ingestInstances, int syncInstances) throws InterruptedException {
        return start(new Cluster(name, "WARN"), ingestInstances, syncInstances);
    }

    /** One instance each, whose logs tell of every delivery as in production. */
    public static Cluster startTelling(String name) throws InterruptedException {
        return start(new Cluster(name, "INFO"), 1, 1);
    }

    private static Cluster start(Cluster cluster, int ingestInstances, int syncInstances) throws InterruptedException {
        try {
            for (int i = 0; i < ingestInstances; i++) {
                cluster.ingest.add(cluster.startIngest());
            }
            for (int i = 0; i < syncInstances; i++) {
                cluster.sync.add(cluster.startSync());
            }
            cluster.awaitReady();
        } catch (InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    public List<Instance> ingest() {
        return ingest;
    }

    public List<Instance> sync() {
        return sync;
    }

    public List<URI> ingestUrls() {
        return ingest.stream().map(Instance::url).toList();
    }

    /** One more consumer, which the caller closes; it is not ready yet. */
    public Instance startSync() {
        Map<String, String> settings = new HashMap<>(syncSettings());
        // soon and much, so that faults meet events on their way to the bulk topic
        settings.put("SHOPMIRROR_OVERFLOW_AFTER", "1s");
        settings.put("SHOPMIRROR_OVERFLOW_MAX_PER_STORE", "5");
        // sooner than a test loses patience
        settings.put("SHOPMIRROR_BULK_MAX_WAIT", "10s");
        settings.put(SYNC_LINES, deliveryLines);
        return Instance.start("sync-service", nameOf("sync", sync), settings, SMALL);
    }

    /** The environment that sync-service needs. */
    public static Map<String, String> syncSettings() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                KafkaServer.shared().bootstrapServers(),
                "DATABASE_HOST",
                "127.0.0.1",
                "DATABASE_PORT",
                Integer.toString(PostgresServer.shared().port()),
                "DATABASE_NAME",
                PostgresServer.DATABASE,
                "DATABASE_USERNAME",
                PostgresLogin.SYNC.username(),
                "DATABASE_PASSWORD",
                PostgresLogin.SYNC.password(),
                SYNC_LINES,
                "WARN");
    }

    public void awaitReady() throws InterruptedException {
        for (Instance instance : Stream.concat(ingest.stream(), sync.stream()).toList()) {
            instance.awaitReady();
        }
    }

    @Override
    public void close() {
        Stream.concat(ingest.stream(), sync.stream()).parallel().forEach(Instance::close);
    }

    private Instance startIngest() {
        Map<String, String> settings = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                KafkaServer.shared().bootstrapServers(),
                "SHOPIFY_CLIENT_SECRET",
                SECRET,
                INGEST_LINES,
                deliveryLines);
        return Instance.start("ingest-service", nameOf("ingest", ingest), settings, SMALL);
    }

    private String nameOf(String service, List<Instance> instances) {
        return name + '-' + service + '-' + (char) ('a' + instances.size());
    }
}
