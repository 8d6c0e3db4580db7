package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the engines inside this process log to {@code engines.log}. */
final class EngineLog {

    private EngineLog() {}

    static void in(Path folder) throws IOException {
        Files.createDirectories(folder);
        LogManager.getLogManager().reset();
        Handler handler = new FileHandler(folder.resolve("engines.log").toString());
        handler.setFormatter(new SimpleFormatter());
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }
}
