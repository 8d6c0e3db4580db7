package dev.shopmirror.sync.bulk;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many live records wait, whichever replica they wait for. */
@ApplicationScoped
class LiveLag {

    private final KafkaAdmin kafka;
    private final String topic;
    private final String group;

    LiveLag(
            KafkaAdmin kafka,
            @ConfigProperty(name = "mp.messaging.incoming.webhooks.topic") String topic,
            @ConfigProperty(name = "mp.messaging.incoming.webhooks.group.id") String group) {
        this.kafka = kafka;
        this.topic = topic;
        this.group = group;
    }

    /** Never fails: empty while Kafka does not answer. */
    Uni<OptionalLong> read() {
        return Uni.createFrom()
                .deferred(() -> read(kafka.admin()))
                .map(OptionalLong::of)
                .onFailure()
                .recoverWithItem(OptionalLong.empty());
    }

    private Uni<Long> read(Admin admin) {
        return uni(admin.describeTopics(Set.of(topic)).topicNameValues().get(topic))
                .flatMap(description -> lag(admin, partitions(description)));
    }

    private Uni<Long> lag(Admin admin, Set<TopicPartition> partitions) {
        return Uni.combine()
                .all()
                .unis(
                        uni(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group)),
                        uni(admin.listOffsets(at(partitions, OffsetSpec.earliest()))
                                .all()),
                        uni(admin.listOffsets(at(partitions, OffsetSpec.latest()))
                                .all()))
                .with((committed, earliest, latest) -> lag(partitions, committed, earliest, latest));
    }

    /** A partition that was never committed is read from its beginning. */
    private static long lag(
            Set<TopicPartition> partitions,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, ListOffsetsResultInfo> earliest,
            Map<TopicPartition, ListOffsetsResultInfo> latest) {
        long lag = 0;
        for (TopicPartition partition : partitions) {
            long first = earliest.get(partition).offset();
            OffsetAndMetadata done = committed.get(partition);
            long position = done == null ? first : Math.max(first, done.offset());
            lag += Math.max(0, latest.get(partition).offset() - position);
        }
        return lag;
    }

    private static Set<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, OffsetSpec> at(Set<TopicPartition> partitions, OffsetSpec spec) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
    }

    private static <T> Uni<T> uni(KafkaFuture<T> answer) {
        return Uni.createFrom().completionStage(answer.toCompletionStage());
    }
}
