package dev.shopmirror.event;

import java.util.List;

/** Header names that a dead letter has beside those of its origin. */
public final class DeadLetterHeaders {

    /** Code of why it can never be applied, {@code broken_json}. */
    public static final String REASON = "dead-letter-reason";

    /** The same for people. */
    public static final String ERROR = "dead-letter-error";

    /** Topic of the record that it is a copy of. */
    public static final String TOPIC = "dead-letter-topic";

    /** Partition of that record, decimal. */
    public static final String PARTITION = "dead-letter-partition";

    /** Offset of that record, decimal. */
    public static final String OFFSET = "dead-letter-offset";

    /** Size in bytes of a body that the topic would not hold: the dead letter then has none. Absent otherwise. */
    public static final String OMITTED_BODY_BYTES = "dead-letter-omitted-body-bytes";

    public static final List<String> ALL = List.of(REASON, ERROR, TOPIC, PARTITION, OFFSET, OMITTED_BODY_BYTES);

    private DeadLetterHeaders() {}
}
