package dev.shopmirror.localstack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @Test
    void serviceThatEndsIsReportedWithTheLastLinesOfItsLog(@TempDir Path folder) {
        try (ServiceProcess service =
                ServiceProcess.start(folder.resolve("no-service"), Ports.free(), Map.of(), folder)) {
            assertThatThrownBy(() -> service.awaitReady(Duration.ofSeconds(30)))
                    .hasMessageContaining("no-service ended with code 1")
                    .hasMessageContaining("Unable to access jarfile");
        }
    }
}
