package dev.shopmirror.simulator.courier;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** Says why no answer came, as Shopify's delivery log would. */
final class FailureWords {

    private FailureWords() {}

    static String of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return "no complete answer within 5 s";
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "not connected within 1 s";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        return cause.getMessage() == null ? "connection failed" : "connection failed: " + cause.getMessage();
    }
}
