package dev.shopmirror.admin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged while it is open. */
public final class LogRecorder extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogRecorder() {}

    public static LogRecorder open() {
        LogRecorder recorder = new LogRecorder();
        recorder.setFormatter(new SimpleFormatter());
        ROOT.addHandler(recorder);
        return recorder;
    }

    /** As text, stack traces included. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(entry.getLoggerName() + " " + getFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
