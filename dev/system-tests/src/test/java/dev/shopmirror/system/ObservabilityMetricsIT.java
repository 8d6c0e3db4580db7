package dev.shopmirror.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the dashboard and the alerts ask Prometheus for against what the services record. */
class ObservabilityMetricsIT {

    private static final Pattern OWN_METRIC = Pattern.compile("\\bshopmirror_[a-z_]+");

    @Test
    void everyOwnMetricOfTheDashboardIsRecorded() throws IOException {
        assertRecorded("deploy/observability/grafana/dashboards/shopmirror.json");
    }

    @Test
    void everyOwnMetricOfTheAlertsIsRecorded() throws IOException {
        assertRecorded("deploy/observability/prometheus/alerts.yml");
    }

    private static void assertRecorded(String file) throws IOException {
        Set<String> meters = new TreeSet<>();
        OWN_METRIC
                .matcher(RepositoryFiles.read(file))
                .results()
                .forEach(match -> meters.add("\"" + meterName(match.group()) + "\""));

        assertThat(meters).isNotEmpty();
        String sources = sources("ingest-service") + sources("sync-service") + sources("admin-api");
        assertThat(meters).allSatisfy(meter -> assertThat(sources).contains(meter));
    }

    /** The Prometheus registry adds the unit and what is counted, and writes dots as underscores. */
    private static String meterName(String prometheusName) {
        return prometheusName
                .replaceFirst("_total$|(_seconds|_bytes)?(_bucket|_sum|_count|_max)?$", "")
                .replace('_', '.');
    }

    private static String sources(String service) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(RepositoryFiles.path(service + "/src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }
}
