package dev.shopmirror.sync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.fuzzing.BentDelivery;
import dev.shopmirror.event.fuzzing.Choices;
import dev.shopmirror.event.fuzzing.Fuzzing;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class BentRecordsTest {

    /** What only PostgreSQL knows: the range of the numbers inside a document, and how deep documents may be. */
    private static final List<String> KNOWN_REFUSALS = List.of("SQLSTATE 22003", "SQLSTATE 54001");

    @Test
    void everyRecordEndsWithAnOutcomeAndNoneBlocks() {
        Fuzzing fuzzing = Fuzzing.cases(3_000);
        try (BentProducer producer = new BentProducer();
                TestShop shop = TestShop.active()) {
            // so that no app/uninstalled among them makes all that follow be ignored
            shop.change("installed_at = '9000-01-01'");
            for (int number = 0; number < fuzzing.cases(); number++) {
                Choices choices = fuzzing.ofCase(number);
                String webhookId = fuzzing.seed() + "-" + number;
                producer.send(ofItsOwn(BentDelivery.next(shop.domain(), webhookId, choices), number));
            }

            await(fuzzing.flags())
                    .atMost(Duration.ofSeconds(60 + fuzzing.cases() / 50))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(producer.accounted()).isEqualTo(fuzzing.cases()));

            report(producer.outcomes());
            assertThat(producer.outcomes()).as(fuzzing.flags()).noneMatch(outcome -> "unreadable"
                    .equals(outcome.reason()));
            assertThat(producer.outcomes())
                    .as(fuzzing.flags())
                    .filteredOn(outcome -> "refused_by_database".equals(outcome.reason()))
                    .allMatch(outcome -> KNOWN_REFUSALS.stream().anyMatch(outcome.error()::startsWith));
        }
    }

    /** Mostly another resource each time: of one and the same, most changes would only be superseded. */
    private static BentDelivery ofItsOwn(BentDelivery delivery, int number) {
        if (delivery.body() == null || number % 5 == 0) {
            return delivery;
        }
        String own = Integer.toString(1_000_000 + number).substring(1);
        String body = new String(delivery.body(), ISO_8859_1)
                .replaceAll("(78803211967|27187834659|64266704147|75765048464)[0-9]{6}", "$1" + own);
        return new BentDelivery(delivery.topic(), delivery.headers(), body.getBytes(ISO_8859_1));
    }

    private static void report(List<BentProducer.Outcome> outcomes) {
        Map<String, Long> counts = outcomes.stream()
                .collect(groupingBy(
                        outcome -> outcome.outcome() + (outcome.reason() == null ? "" : " " + outcome.reason()),
                        TreeMap::new,
                        counting()));
        System.out.println("Outcomes: " + counts);
        outcomes.stream()
                .filter(outcome -> "refused_by_database".equals(outcome.reason()))
                .collect(groupingBy(outcome -> outcome.topic() + ": " + outcome.error(), TreeMap::new, counting()))
                .forEach((refusal, count) -> System.out.println("Refused by PostgreSQL: " + count + " " + refusal));
    }
}
