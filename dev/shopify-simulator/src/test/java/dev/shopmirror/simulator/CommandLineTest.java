package dev.shopmirror.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.simulator.limit.AdminLimits;

class CommandLineTest {

    @Test
    void withoutArgumentsItIsShopifyOnPort3100() {
        SimulatorOptions options = CommandLine.parse(List.of(), Map.of()).options();

        assertThat(options.port()).isEqualTo(3100);
        assertThat(options.allowLocalhostAddresses()).isFalse();
        assertThat(options.retryTimeScale()).isEqualTo(1);
        assertThat(options.apiVersion()).isEqualTo("2026-10");
        assertThat(options.limits().limitsRest()).isFalse();
    }

    @Test
    void flagsAndEnvironmentAreTaken() {
        CommandLine commandLine = CommandLine.parse(
                List.of(
                        "--port",
                        "0",
                        "--allow-localhost",
                        "--retry-time-scale",
                        "0.001",
                        "--access-token",
                        "shpat_all",
                        "--api-version",
                        "2027-01",
                        "--client-id",
                        "app-id",
                        "--rest-limit",
                        "2/40",
                        "--graphql-limit",
                        "50/1000",
                        "--compliance-address",
                        "https://app.example.com/compliance",
                        "--shop",
                        "acme.myshopify.com=shpat_acme"),
                Map.of("SHOPIFY_CLIENT_SECRET", "shpss_environment", "SHOPIFY_API_VERSION", "2026-07"));

        SimulatorOptions options = commandLine.options();
        assertThat(options.port()).isZero();
        assertThat(options.allowLocalhostAddresses()).isTrue();
        assertThat(options.retryTimeScale()).isEqualTo(0.001);
        assertThat(options.accessToken()).isEqualTo("shpat_all");
        assertThat(options.apiVersion()).isEqualTo("2027-01");
        assertThat(options.clientSecret()).isEqualTo("shpss_environment");
        assertThat(options.clientId()).isEqualTo("app-id");
        assertThat(options.limits()).isEqualTo(new AdminLimits(2, 40, 50, 1000));
        assertThat(options.complianceAddress()).hasToString("https://app.example.com/compliance");
        assertThat(commandLine.shops())
                .containsExactly(new CommandLine.ShopArgument("acme.myshopify.com", "shpat_acme"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prot",
                "--port",
                "--port x",
                "--port 70000",
                "--shop acme",
                "--compliance-address app",
                "--rest-limit 2",
                "--rest-limit 2/0",
                "--graphql-limit 0/2000",
                "--retry-time-scale 0"
            })
    void unusableArgumentsAreRefused(String arguments) {
        List<String> words = List.of(arguments.split(" ", -1));

        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse(words, Map.of()));
    }

    @Test
    void helpNamesEveryFlag() {
        assertThat(CommandLine.parse(List.of("--help"), Map.of()).helpWanted()).isTrue();
        assertThat(CommandLine.HELP)
                .contains("--port", "--access-token", "--shop", "--allow-localhost", "--retry-time-scale")
                .contains(
                        "--api-version",
                        "--compliance-address",
                        "--rest-limit",
                        "--graphql-limit",
                        "--client-id",
                        "SHOPIFY_CLIENT_SECRET",
                        "SHOPIFY_API_VERSION");
    }
}
