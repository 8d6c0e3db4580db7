package dev.shopmirror.sync.overflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.WebhookEvent;

/** Keeps one store's backlog out of the other stores' way: what is too much of it is put off to the bulk topic. */
@ApplicationScoped
public class LiveOverflow {

    private static final Logger LOG = Logger.getLogger(LiveOverflow.class);

    private final OverflowConfig config;
    private final OverflowPublisher publisher;
    private final Counter putOff;
    private final Clock clock = Clock.systemUTC();

    LiveOverflow(OverflowConfig config, OverflowPublisher publisher, MeterRegistry metrics) {
        this.config = config;
        this.publisher = publisher;
        this.putOff = metrics.counter("shopmirror.overflow.events");
    }

    /** What of the poll is to be worked off now; answered when the broker has the rest. Never fails. */
    public Uni<List<ConsumerRecord<String, byte[]>>> relieve(List<ConsumerRecord<String, byte[]>> poll) {
        if (poll.size() <= config.maxPerStore()) {
            return Uni.createFrom().item(poll);
        }
        var split = Overflow.of(
                poll,
                LiveOverflow::shop,
                event -> WebhookEvent.fromRecord(event).receivedAt(),
                clock.instant().minus(config.after()),
                config.maxPerStore());
        return publisher
                .publish(split.excess())
                .invoke(() -> note(split.excess()))
                .replaceWith(split.kept());
    }

    private void note(List<ConsumerRecord<String, byte[]>> excess) {
        if (!excess.isEmpty()) {
            putOff.increment(excess.size());
            LOG.infof(
                    "Live deliveries are behind; put off to the bulk topic: events=%d shops=%d",
                    excess.size(),
                    excess.stream().map(LiveOverflow::shop).distinct().count());
        }
    }

    private static String shop(ConsumerRecord<?, ?> event) {
        Header shop = event.headers().lastHeader(EventHeaders.SHOP_DOMAIN);
        return shop == null || shop.value() == null ? "" : new String(shop.value(), UTF_8);
    }
}
