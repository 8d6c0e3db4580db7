package dev.shopmirror.system.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.Instance;

/** Lets faults happen to the cluster and its engines. Each is over when its method returns, whatever comes of it. */
final class Faults {

    private static final int LEAST_MILLIS = 500;
    private static final int MOST_MILLIS = 2_500;
    private static final Duration REBALANCE_PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WRITTEN_TABLES = List.of(
            "webhook_delivery",
            "shopify_product",
            "shopify_product_variant",
            "shopify_inventory_level",
            "shopify_inventory_item",
            "shopify_location",
            "tombstone");

    private final Cluster cluster;
    private final Random random;

    Faults(Cluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
    }

    void killIngest() throws InterruptedException {
        killAndRestart(cluster.ingest());
    }

    void killSync() throws InterruptedException {
        killAndRestart(cluster.sync());
    }

    /** The partitions move twice: who leaves has been given some. */
    void joinAndLeave() throws InterruptedException {
        cluster.awaitReady();
        int members = cluster.sync().size() + 1;
        try (Instance joining = cluster.startSync()) {
            joining.awaitReady();
            await().atMost(REBALANCE_PATIENCE).until(() -> KafkaReader.consumers("sync-service") >= members);
            last();
        }
    }

    void restartBroker() throws InterruptedException {
        KafkaServer.shared().stop();
        try {
            last();
        } finally {
            KafkaServer.shared().start();
        }
    }

    void restartDatabase() throws InterruptedException {
        PostgresServer.shared().stop();
        try {
            last();
        } finally {
            PostgresServer.shared().start();
        }
    }

    void crashDatabase() throws InterruptedException {
        PostgresServer.shared().stopImmediately();
        try {
            last();
        } finally {
            PostgresServer.shared().start();
        }
    }

    void lockTable() throws Exception {
        try (var unused = DatabaseFault.locked(anyTable())) {
            last();
        }
    }

    void slowDown() throws Exception {
        try (var unused = DatabaseFault.triggered(anyTable(), "PERFORM pg_sleep(0.3)")) {
            last();
        }
    }

    void fillDisk() throws Exception {
        String error = "RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'";
        try (var unused = DatabaseFault.triggered(anyTable(), error)) {
            last();
        }
    }

    void makeReadOnly() throws Exception {
        try (var unused = DatabaseFault.readOnly()) {
            last();
        }
    }

    /** The restarted instance may still be starting when the next fault comes. */
    private void killAndRestart(List<Instance> instances) throws InterruptedException {
        Instance victim = instances.get(random.nextInt(instances.size()));
        victim.awaitReady();
        victim.kill();
        last();
        victim.start();
    }

    private String anyTable() {
        return WRITTEN_TABLES.get(random.nextInt(WRITTEN_TABLES.size()));
    }

    /** For how long a fault lasts, which is drawn: there is nothing to wait for. */
    private void last() throws InterruptedException {
        Thread.sleep(random.nextInt(LEAST_MILLIS, MOST_MILLIS));
    }
}
