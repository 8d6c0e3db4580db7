package dev.shopmirror.ingest.publishing;

/** Kafka has not acknowledged an event. It may still have been written. */
public final class NotPublishedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotPublishedException(String message) {
        super(message, null, false, false);
    }
}
