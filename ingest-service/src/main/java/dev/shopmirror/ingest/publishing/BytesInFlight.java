package dev.shopmirror.ingest.publishing;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes of bodies on their way at this moment, with their cap: what keeps memory flat when Kafka is slow. */
public final class BytesInFlight {

    private final long cap;
    private final AtomicLong bytes = new AtomicLong();

    public BytesInFlight(long cap) {
        this.cap = cap;
    }

    /** Bytes held at this moment. */
    public long current() {
        return bytes.get();
    }

    /** Starts with nothing held. */
    public Hold hold() {
        return new Hold();
    }

    /** One request's share; used by one thread at a time. */
    public final class Hold {

        private long held;

        /** Takes more bytes; false, and nothing taken, when the cap would be passed. */
        public boolean grow(int more) {
            if (bytes.addAndGet(more) > cap) {
                bytes.addAndGet(-more);
                return false;
            }
            held += more;
            return true;
        }

        /** Gives everything back. A second call gives nothing. */
        public void release() {
            bytes.addAndGet(-held);
            held = 0;
        }
    }
}
