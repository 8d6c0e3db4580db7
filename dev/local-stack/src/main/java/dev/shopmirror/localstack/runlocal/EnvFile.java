package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Where everything is, for scripts: lines of {@code NAME='value'}, readable by their owner alone. */
final class EnvFile {

    private EnvFile() {}

    static void write(Path file, Map<String, String> values) throws IOException {
        Secrets.createPrivate(file);
        Files.writeString(
                file,
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
                        .collect(Collectors.joining()));
    }
}
