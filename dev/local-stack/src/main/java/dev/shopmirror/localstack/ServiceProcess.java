package dev.shopmirror.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service, run as a process of its own with nothing but the given environment. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final int SHOWN_LOG_LINES = 25;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final URI url;
    private final Path log;
    private final Process process;

    private ServiceProcess(String name, URI url, Path log, Process process) {
        this.name = name;
        this.url = url;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the service; it is not ready yet.
     *
     * @param module the service's folder, with its packaged application in {@code target/quarkus-app}
     * @param port on 127.0.0.1
     * @param settings the service's environment, but for address and port
     * @param logs folder for its output, and where it runs: a .env in the caller's folder is not meant for it
     */
    public static ServiceProcess start(Path module, int port, Map<String, String> settings, Path logs) {
        return start(module, String.valueOf(module.getFileName()), port, settings, List.of(), logs);
    }

    /**
     * Starts one of several instances.
     *
     * @param name of the instance; its log is called so
     * @param jvmArguments {@code -Xmx160m}
     */
    public static ServiceProcess start(
            Path module, String name, int port, Map<String, String> settings, List<String> jvmArguments, Path logs) {
        Path log = logs.resolve(name + ".log");
        Path jar = module.resolve("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "" : path);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        builder.directory(logs.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            URI url = URI.create("http://127.0.0.1:" + port);
            return new ServiceProcess(name, url, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + jar, e);
        }
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /**
     * Waits until the service says that it can work.
     *
     * @throws IllegalStateException with the last lines of its log, when it ends or takes longer
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended with code " + process.exitValue() + ".\n" + lastLines());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        name + " was not ready after " + patience.toSeconds() + " s.\n" + lastLines());
            }
            Thread.sleep(100);
        }
    }

    public boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks the service to stop, and ends it when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the service without a chance to tidy up, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log, UTF_8);
            List<String> shown = lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size());
            return "Last lines of " + log + ":\n  " + String.join("\n  ", shown);
        } catch (IOException e) {
            return "Its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
