package dev.shopmirror.admin.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What came of reading records by their positions.
 *
 * @param found the records that are still there
 * @param gone positions at which Kafka keeps nothing any more, or never had anything
 * @param rest positions that were not looked at, because the found records are large enough already
 */
public record ReadRecords(
        Map<RecordPosition, ConsumerRecord<String, byte[]>> found,
        Set<RecordPosition> gone,
        List<RecordPosition> rest) {

    static ReadRecords empty() {
        return new ReadRecords(new HashMap<>(), new HashSet<>(), new ArrayList<>());
    }
}
