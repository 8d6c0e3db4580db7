package dev.shopmirror.ingest.publishing;

import net.jpountz.lz4.LZ4Factory;
import net.jpountz.xxhash.XXHashFactory;
import org.jboss.logging.Logger;

/**
 * Which LZ4 Kafka's client uses. Its library takes the native one by itself only when it was loaded by the JVM's system
 * class loader, which a packaged Quarkus application is not; once loaded by hand, it is taken.
 */
final class Compression {

    private static final Logger LOG = Logger.getLogger(Compression.class);

    private Compression() {}

    /** Loads the native library; without one (a read-only or noexec temporary folder) Java's own serves, slower. */
    static void preferNative() {
        try {
            LZ4Factory.nativeInstance();
            XXHashFactory.nativeInstance();
        } catch (LinkageError | AssertionError | RuntimeException absent) {
            LOG.debug("No native LZ4, compressing in Java", absent);
        }
    }
}
