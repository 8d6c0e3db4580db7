package dev.shopmirror.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

import dev.shopmirror.simulator.json.InvalidBody;

/** Runs a simulator as a process until it is told to stop. */
public final class SimulatorMain {

    private SimulatorMain() {}

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try {
            CommandLine commandLine = CommandLine.parse(List.of(arguments), System.getenv());
            if (commandLine.helpWanted()) {
                out.print(CommandLine.HELP);
                return;
            }
            ShopifySimulator simulator = ShopifySimulator.start(commandLine.options());
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shopify-simulator-shutdown"));
            commandLine.shops().forEach(shop -> simulator.addShop(shop.domain(), shop.token()));
            out.println("Shopify simulator listening on " + simulator.url());
        } catch (IllegalArgumentException | InvalidBody | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
