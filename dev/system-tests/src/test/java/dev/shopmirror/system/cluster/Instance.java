package dev.shopmirror.system.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.shopmirror.localstack.Ports;
import dev.shopmirror.localstack.ServiceProcess;
import dev.shopmirror.system.RepositoryFiles;

/** One instance of a packaged service: a process after another, on the same port. */
public final class Instance implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(120);

    private final String service;
    private final String name;
    private final Map<String, String> settings;
    private final List<String> jvmArguments;
    private final int port = Ports.free();
    private int starts;
    private ServiceProcess process;

    private Instance(String service, String name, Map<String, String> settings, List<String> jvmArguments) {
        this.service = service;
        this.name = name;
        this.settings = settings;
        this.jvmArguments = jvmArguments;
    }

    /** @param name its logs are called {@code <name>-<start>.log} */
    public static Instance start(String service, String name, Map<String, String> settings, List<String> jvmArguments) {
        Instance instance = new Instance(service, name, settings, jvmArguments);
        instance.start();
        return instance;
    }

    public void start() {
        starts++;
        process = ServiceProcess.start(
                RepositoryFiles.path(service), name + '-' + starts, port, settings, jvmArguments, logs());
    }

    public void awaitReady() throws InterruptedException {
        process.awaitReady(START_PATIENCE);
    }

    public URI url() {
        return process.url();
    }

    public ServiceProcess process() {
        return process;
    }

    /** What the process has logged so far. */
    public List<String> logLines() throws IOException {
        return Files.readAllLines(process.log());
    }

    /** {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path logs() {
        try {
            return Files.createDirectories(RepositoryFiles.path("dev/system-tests/target/logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
