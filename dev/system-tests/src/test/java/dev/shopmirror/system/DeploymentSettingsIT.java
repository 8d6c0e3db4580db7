package dev.shopmirror.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the deployment sets against what the programs say they read. */
class DeploymentSettingsIT {

    /** EX_CONFIG of sysexits.h. */
    private static final int CONFIGURATION_IS_WRONG = 78;

    private final ComposeFile compose = new ComposeFile();
    private final KubernetesBase kubernetes = new KubernetesBase();

    @ParameterizedTest
    @EnumSource
    void withoutSettingsAllThatAreMissingAreListed(Program program, @TempDir Path empty)
            throws IOException, InterruptedException {
        MissingSettings missing = MissingSettings.of(program, empty);

        assertThat(missing.exitCode()).as(missing.output()).isEqualTo(CONFIGURATION_IS_WRONG);
        assertThat(missing.settings()).containsExactlyInAnyOrderElementsOf(program.required());
    }

    @ParameterizedTest
    @EnumSource
    void composeSuppliesWhatIsRequired(Program program) {
        assertThat(program.required())
                .allSatisfy(names -> assertThat(compose.certainVariables(program.deploymentName()))
                        .containsAnyElementsOf(names));
    }

    @ParameterizedTest
    @EnumSource
    void kubernetesSuppliesWhatIsRequired(Program program) {
        assertThat(program.required())
                .allSatisfy(names -> assertThat(kubernetes.certainVariables(program.deploymentName()))
                        .containsAnyElementsOf(names));
    }

    @ParameterizedTest
    @EnumSource
    void composeSetsOnlyWhatIsRead(Program program) {
        assertThat(unread(program, compose.environment(program.deploymentName()).keys()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void kubernetesSetsOnlyWhatIsRead(Program program) {
        assertThat(unread(program, kubernetes.variables(program.deploymentName())))
                .isEmpty();
    }

    @Test
    void envExampleExplainsEverySettingOfCompose() {
        Set<String> explained = new TreeSet<>();
        Pattern.compile("(?m)^#?([A-Z_]+)=")
                .matcher(RepositoryFiles.read(".env.example"))
                .results()
                .forEach(match -> explained.add(match.group(1)));

        assertThat(explained).isEqualTo(compose.settings());
    }

    private static Set<String> unread(Program program, Set<String> variables) {
        Set<String> unread = new TreeSet<>(variables);
        unread.removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("JAVA_"));
        unread.removeIf(program::declares);
        program.required().forEach(unread::removeAll);
        return unread;
    }
}
