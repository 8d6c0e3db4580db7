package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where run-local keeps things.
 *
 * @param root the project's folder
 */
record Folders(Path root) {

    static Folders of(Path root) {
        return new Folders(root.toAbsolutePath().normalize());
    }

    Path base() {
        return root.resolve(".run-local");
    }

    Path data() {
        return base().resolve("data");
    }

    Path jwtPublicKey() {
        return base().resolve("jwt-public-key.pem");
    }

    /** Secrets live and die with the data they encrypt. */
    Path secrets() {
        return data().resolve("secrets.properties");
    }

    Path envFile() {
        return base().resolve("env");
    }

    Path logs() {
        return base().resolve("logs");
    }

    void create() throws IOException {
        Files.createDirectories(data());
        Files.createDirectories(logs());
        deleteEnvFile();
    }

    void deleteEnvFile() throws IOException {
        Files.deleteIfExists(envFile());
    }

    void deleteData() throws IOException {
        if (Files.exists(data())) {
            try (Stream<Path> files = Files.walk(data())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
