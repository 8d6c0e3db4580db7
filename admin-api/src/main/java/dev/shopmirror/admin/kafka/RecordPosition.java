package dev.shopmirror.admin.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record is in Kafka, while Kafka keeps it. */
public record RecordPosition(String topic, int partition, long offset) {

    public static RecordPosition of(ConsumerRecord<?, ?> found) {
        return new RecordPosition(found.topic(), found.partition(), found.offset());
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** {@code topic-partition-offset}, as sync-service names a delivery that has no id of its own. */
    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
