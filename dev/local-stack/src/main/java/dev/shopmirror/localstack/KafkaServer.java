package dev.shopmirror.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.KafkaTopics;

/** A real Kafka broker (KRaft, one node) inside this JVM, with the product's topics. */
public final class KafkaServer implements AutoCloseable {

    private final Path directory;
    private final String bootstrapServers;
    private final int controllerPort = Ports.free();
    private @Nullable KafkaRaftServer broker;

    private KafkaServer(Path directory, String bootstrapServers) {
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
    }

    /** The one broker of this JVM, started at first use and stopped with the JVM. */
    public static KafkaServer shared() {
        return SharedEngines.kafka();
    }

    /** The brokers that the environment names, with topics made by somebody else. */
    static KafkaServer external() {
        return new KafkaServer(Path.of("external"), ExternalEngines.setting("KAFKA_BOOTSTRAP_SERVERS"));
    }

    /**
     * Starts a broker and creates the topics that are missing.
     *
     * @param directory created and formatted when absent; kept when the broker stops
     * @param port on 127.0.0.1
     */
    public static KafkaServer start(Path directory, int port) {
        KafkaServer server = new KafkaServer(directory, "127.0.0.1:" + port);
        server.start();
        server.createTopics();
        return server;
    }

    /** Starts the stopped broker on its old port and data. */
    public void start() {
        keepThisProcess();
        format();
        broker = new KafkaRaftServer(KafkaConfig.fromProps(settings()), Time.SYSTEM);
        broker.startup();
    }

    /** Stops the broker in order; its data stays. */
    public void stop() {
        ExternalEngines.requireOurs();
        if (broker != null) {
            broker.shutdown();
            broker.awaitShutdown();
            broker = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A broker that fails ends its process; here the process is somebody else's, with engines of its own to stop. */
    private static void keepThisProcess() {
        Exit.Procedure fail = (status, message) -> {
            throw new IllegalStateException("Kafka gave up with code " + status + ": " + message);
        };
        Exit.setExitProcedure(fail);
        Exit.setHaltProcedure(fail);
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://" + bootstrapServers + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers);
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(KafkaTopics.MAX_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(KafkaTopics.MAX_RECORD_BYTES));
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }

    private void format() {
        if (Files.exists(directory.resolve("log").resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", writeSettings()},
                new PrintStream(output, true, UTF_8));
        if (status != 0) {
            throw new IllegalStateException("Kafka storage could not be formatted: " + output.toString(UTF_8));
        }
    }

    private String writeSettings() {
        Path file = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            try (var out = Files.newBufferedWriter(file)) {
                settings().store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's settings could not be written to " + file, e);
        }
        return file.toString();
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            for (KafkaTopics topic : KafkaTopics.ALL) {
                createTopic(admin, topic);
            }
            Awaitility.await("leaders of all partitions")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> everyPartitionHasALeader(admin));
        }
    }

    private static void createTopic(Admin admin, KafkaTopics topic) {
        NewTopic wanted = new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configs());
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic " + topic.name() + " could not be created", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    /** The controller answers a creation before the broker knows of it. */
    private static boolean everyPartitionHasALeader(Admin admin) throws Exception {
        List<String> names = KafkaTopics.ALL.stream().map(KafkaTopics::name).toList();
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.leader() != null);
    }
}
