package dev.shopmirror.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.localstack.KafkaServer;

/** What Kafka holds: topics from end to end, read without a group, and who reads them with one. */
final class KafkaReader {

    private KafkaReader() {}

    /** All records of the topic that are of these shops. */
    static List<ConsumerRecord<String, byte[]>> records(String topic, Collection<String> shops) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(one -> {
                    if (shops.contains(header(one, EventHeaders.SHOP_DOMAIN))) {
                        found.add(one);
                    }
                });
            }
            return found;
        }
    }

    /** How many members of the group have partitions, once they all know theirs; 0 before. */
    static long consumers(String group) throws ExecutionException, InterruptedException {
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers()))) {
            ConsumerGroupDescription found =
                    kafka.describeConsumerGroups(List.of(group)).all().get().get(group);
            return found.groupState() == GroupState.STABLE
                    ? found.members().stream()
                            .filter(member ->
                                    !member.assignment().topicPartitions().isEmpty())
                            .count()
                    : 0;
        }
    }

    static String header(ConsumerRecord<String, byte[]> from, String name) {
        return new String(from.headers().lastHeader(name).value(), UTF_8);
    }
}
