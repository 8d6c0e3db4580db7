package dev.shopmirror.admin.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "api.localhost",
                "127.0.0.1",
                "127.9.9.9",
                "[::1]",
                "[::ffff:127.0.0.1]"
            })
    void thisMachineIsLoopback(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.LOOPBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "[fe80::1]",
                "[fd00::1]",
                "[::]",
                "[::ffff:10.0.0.1]",
                "256.1.1.1",
                "999.1.1.1"
            })
    void addressesOfInnerNetworksAreInternal(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest",
                "printer.local",
                "db.internal",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "127.1",
                "a..b",
                "example.com.",
                "-a.example.com",
                "exämple.com",
                ""
            })
    void namesThatOnlyAnInnerNetworkCouldKnowAreInternal(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hooks.example.com",
                "abc123.ngrok.io",
                "a-b.example.co.uk",
                "xn--bcher-kva.example",
                "93.184.216.34",
                "172.32.0.1",
                "[2606:2800:220:1::1]"
            })
    void othersArePublic(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.PUBLIC);
    }
}
