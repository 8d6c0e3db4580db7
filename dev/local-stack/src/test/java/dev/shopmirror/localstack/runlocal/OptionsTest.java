package dev.shopmirror.localstack.runlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.runlocal.Options.Part;

class OptionsTest {

    @Test
    void portsAreTheDocumentedOnesUnlessSet() {
        Options options = Options.parse("--check", "--kafka-port", "9999");

        assertThat(options.check()).isTrue();
        assertThat(options.port(Part.KAFKA)).isEqualTo(9999);
        assertThat(options.port(Part.INGEST)).isEqualTo(3001);
    }

    @Test
    void helpNamesEveryPort() throws IOException {
        String script = Files.readString(Path.of("../../run-local"));

        assertThat(Arrays.stream(Part.values()).map(part -> part.flag() + " N")).allMatch(script::contains);
    }

    @Test
    void wrongFlagsAreNamed() {
        assertThatThrownBy(() -> Options.parse("--colour")).hasMessageContaining("--colour");
        for (String port : List.of("0", "65536", "http")) {
            assertThatThrownBy(() -> Options.parse("--sync-port", port))
                    .hasMessageContaining("--sync-port needs a port");
        }
        assertThatThrownBy(() -> Options.parse("--sync-port")).hasMessageContaining("--sync-port needs a port");
    }
}
