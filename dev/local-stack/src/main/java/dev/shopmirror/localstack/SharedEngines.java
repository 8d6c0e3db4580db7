package dev.shopmirror.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One PostgreSQL and one Kafka a JVM: all tests of a module share them. Their data goes with the JVM. */
final class SharedEngines {

    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaServer kafka;

    private SharedEngines() {}

    static synchronized PostgresServer postgres() {
        if (postgres == null && ExternalEngines.wanted()) {
            postgres = PostgresServer.external();
        }
        if (postgres == null) {
            Path directory = temporaryDirectory("shopmirror-postgres");
            PostgresServer started = PostgresServer.start(directory.resolve("data"), Ports.free());
            stopWithJvm(started, directory);
            postgres = started;
        }
        return postgres;
    }

    static synchronized KafkaServer kafka() {
        if (kafka == null && ExternalEngines.wanted()) {
            kafka = KafkaServer.external();
        }
        if (kafka == null) {
            Path directory = temporaryDirectory("shopmirror-kafka");
            KafkaServer started = KafkaServer.start(directory, Ports.free());
            stopWithJvm(started, directory);
            kafka = started;
        }
        return kafka;
    }

    private static Path temporaryDirectory(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for " + prefix, e);
        }
    }

    private static void stopWithJvm(AutoCloseable engine, Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(engine, directory)));
    }

    @SuppressWarnings("SystemOut") // logging may be gone while the JVM ends
    private static void stop(AutoCloseable engine, Path directory) {
        try {
            engine.close();
            deleteTree(directory);
        } catch (Exception e) {
            System.err.println("Test engine in " + directory + " was not cleaned up: " + e);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
