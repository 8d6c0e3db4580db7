package dev.shopmirror.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.shopmirror.event.KafkaTopics;

/** The topics and sizes of the deployment against those that the services share. */
class DeploymentTopicsIT {

    private static final String KAFKA = "deploy/kubernetes/components/kafka/";

    @Test
    void composeCreatesTheTopics(@TempDir Path directory) throws IOException, InterruptedException {
        String calls = callsOfCreateTopics(directory);

        assertThat(matches("--topic (\\S+) --partitions (\\d+)", calls)).isEqualTo(partitions());
        for (KafkaTopics topic : KafkaTopics.ALL) {
            Map<String, String> settings =
                    matches("([a-z.]+)=(\\d+)", linesWith("--entity-name " + topic.name() + " ", calls));
            assertThat(settings).as(topic.name()).isEqualTo(topic.configs());
        }
    }

    @Test
    void kubernetesDeclaresTheTopics() {
        List<YamlNode> topics = RepositoryFiles.yaml(KAFKA + "topics.yaml");

        assertThat(topics).extracting(KubernetesTopic::of).containsExactlyElementsOf(expectedInKubernetes());
    }

    @Test
    void brokerOfComposeTakesTheLargestRecord() {
        YamlNode environment = new ComposeFile().environment("kafka");

        assertThat(environment.at("KAFKA_MESSAGE_MAX_BYTES").text())
                .satisfies(DeploymentTopicsIT::fitsTheLargestRecord);
        assertThat(environment.at("KAFKA_REPLICA_FETCH_MAX_BYTES").text())
                .satisfies(DeploymentTopicsIT::fitsTheLargestRecord);
        assertThat(environment.at("KAFKA_AUTO_CREATE_TOPICS_ENABLE").text()).isEqualTo("false");
    }

    @Test
    void brokersOfKubernetesTakeTheLargestRecord() {
        YamlNode config = RepositoryFiles.yaml(KAFKA + "cluster.yaml").get(1).at("spec", "kafka", "config");

        assertThat(config.at("message.max.bytes").text()).satisfies(DeploymentTopicsIT::fitsTheLargestRecord);
        assertThat(config.at("replica.fetch.max.bytes").text()).satisfies(DeploymentTopicsIT::fitsTheLargestRecord);
        assertThat(config.at("auto.create.topics.enable").text()).isEqualTo("false");
    }

    @Test
    void autoscalingWatchesTheLagOfLiveDeliveries() {
        YamlNode scaler = RepositoryFiles.yaml("deploy/kubernetes/components/autoscaling/sync-service.yaml")
                .get(0)
                .at("spec");
        YamlNode trigger = scaler.at("triggers").items().get(0).at("metadata");

        assertThat(trigger.at("topic").text()).isEqualTo(KafkaTopics.WEBHOOKS);
        assertThat(trigger.at("consumerGroup").text()).isEqualTo("sync-service");
        assertThat(scaler.at("maxReplicaCount").text()).isEqualTo(partitions().get(KafkaTopics.WEBHOOKS));
    }

    /** Runs the script with commands of Kafka that only write down how they were called. */
    private static String callsOfCreateTopics(Path directory) throws IOException, InterruptedException {
        Path calls = directory.resolve("calls");
        for (String command : List.of("kafka-topics.sh", "kafka-configs.sh")) {
            Files.writeString(directory.resolve(command), "#!/bin/sh\necho \"$@\" >> '" + calls + "'\n");
            Files.setPosixFilePermissions(directory.resolve(command), PosixFilePermissions.fromString("rwx------"));
        }
        ProcessBuilder script = new ProcessBuilder(
                "/bin/sh",
                RepositoryFiles.path("deploy/docker/kafka/create-topics.sh").toString());
        script.environment()
                .putAll(Map.of("PATH", directory + ":/usr/bin:/bin", "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));
        assertThat(script.inheritIO().start().waitFor()).isZero();
        return Files.readString(calls);
    }

    private static Map<String, String> matches(String pattern, String text) {
        Map<String, String> found = new TreeMap<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }

    private static String linesWith(String wanted, String text) {
        return String.join(
                "\n", text.lines().filter(line -> line.contains(wanted)).toList());
    }

    private static Map<String, String> partitions() {
        Map<String, String> partitions = new TreeMap<>();
        KafkaTopics.ALL.forEach(topic -> partitions.put(topic.name(), String.valueOf(topic.partitions())));
        return partitions;
    }

    private static List<KubernetesTopic> expectedInKubernetes() {
        return KafkaTopics.ALL.stream()
                .map(topic -> new KubernetesTopic(
                        topic.name(),
                        String.valueOf(topic.partitions()),
                        topic.configs().get("retention.ms"),
                        topic.configs().get("max.message.bytes")))
                .toList();
    }

    private static void fitsTheLargestRecord(String bytes) {
        assertThat(Integer.parseInt(bytes)).isGreaterThanOrEqualTo(KafkaTopics.MAX_RECORD_BYTES);
    }

    private record KubernetesTopic(String name, String partitions, String retentionMs, String maxMessageBytes) {

        static KubernetesTopic of(YamlNode topic) {
            return new KubernetesTopic(
                    topic.at("metadata", "name").text(),
                    topic.at("spec", "partitions").text(),
                    topic.at("spec", "config", "retention.ms").text(),
                    topic.at("spec", "config", "max.message.bytes").text());
        }
    }
}
