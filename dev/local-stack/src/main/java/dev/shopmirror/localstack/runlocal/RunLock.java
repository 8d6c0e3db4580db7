package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One run at a time in a folder: two would share data, logs and secrets. */
final class RunLock implements AutoCloseable {

    private final FileChannel file;

    private RunLock(FileChannel file) {
        this.file = file;
    }

    /** @throws IllegalStateException when another run has the folder */
    static RunLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw new IllegalStateException(
                    "Another run-local of this checkout is up. Stop it with Ctrl-C where it runs.");
        }
        return new RunLock(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
