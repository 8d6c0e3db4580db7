package dev.shopmirror.admin.kafka;

import net.jpountz.lz4.LZ4Factory;
import net.jpountz.xxhash.XXHashFactory;
import org.jboss.logging.Logger;

/** LZ4's native library is not found by itself in a packaged application; once loaded by hand, it is used. */
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
