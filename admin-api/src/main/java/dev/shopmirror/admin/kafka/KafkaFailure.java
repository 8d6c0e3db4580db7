package dev.shopmirror.admin.kafka;

import java.util.function.Supplier;

import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/** What a failure of a Kafka client is to the caller. */
final class KafkaFailure {

    private static final Logger LOG = Logger.getLogger(KafkaFailure.class);

    private KafkaFailure() {}

    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (KafkaException failure) {
            throw problem(failure);
        }
    }

    static ProblemException problem(Throwable failure) {
        LOG.warnf("Kafka did not do what was asked: %s", root(failure));
        return ProblemException.of(Problem.KAFKA_UNAVAILABLE, "Try again once the brokers can be reached");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
