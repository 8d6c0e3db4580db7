package dev.shopmirror.admin.testevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.shopmirror.admin.store.StoreStatus;

class TestEventAnswerTest {

    private static final String URL = "https://hooks.example.com/api/shopify/webhooks/shopmirror/test";
    private static final TestEvent EVENT = TestEvent.of("acme.myshopify.com", Instant.EPOCH);
    private static final HttpHop ANSWERED = HttpHop.answered(URL, 200, 12);
    private static final KafkaHop IN_KAFKA = new KafkaHop(true, "shopify.webhooks", 3, 42L, null);
    private static final DatabaseHop IN_DATABASE =
            new DatabaseHop(true, "ignored", "test", Instant.EPOCH, Instant.EPOCH);

    @Test
    void eventThatArrivedNeedsNoAdvice() {
        TestEventAnswer answer = TestEventAnswer.of(EVENT, ANSWERED, IN_KAFKA, IN_DATABASE);

        assertThat(answer.success()).isTrue();
        assertThat(answer.data().stoppedAt()).isNull();
        assertThat(answer.data().advice()).isNull();
        assertThat(answer.ofStoreThatIs(StoreStatus.ACTIVE).data().warning()).isNull();
        assertThat(answer.ofStoreThatIs(StoreStatus.DISCONNECTED).data().warning())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"INACTIVE", "UNINSTALLED", "REDACTED"})
    void eventOfAStoreThatIsNotMirroredWarnsOfTheOthers(StoreStatus status) {
        TestEventAnswer answer = TestEventAnswer.of(EVENT, ANSWERED, IN_KAFKA, IN_DATABASE);

        assertThat(answer.ofStoreThatIs(status).data().warning())
                .startsWith("The store is " + status.value())
                .contains("ignored");
        assertThat(answer.ofStoreThatIs(status).success()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "301,redirect",
        "401,SHOPIFY_CLIENT_SECRET",
        "403,firewall",
        "404,lead to ingest-service",
        "503,reaches Kafka",
        "500,says why"
    })
    void everyRefusalSaysWhatToDo(int status, String advice) {
        TestEventAnswer answer =
                TestEventAnswer.of(EVENT, HttpHop.answered(URL, status, 12), KafkaHop.MISSING, DatabaseHop.MISSING);

        assertThat(answer.success()).isFalse();
        assertThat(answer.data().stoppedAt()).isEqualTo("http");
        assertThat(answer.data().advice()).contains(advice);
    }

    @Test
    void addressThatDoesNotAnswerIsSaidSo() {
        HttpHop failed = HttpHop.failed(URL, "the connection was refused", 3);

        assertThat(TestEventAnswer.of(EVENT, failed, KafkaHop.MISSING, DatabaseHop.MISSING)
                        .data()
                        .advice())
                .contains("the connection was refused")
                .contains("WEBHOOK_BASE_URL");
    }

    @Test
    void answerOfAnotherServerIsFoundOut() {
        TestEventAnswer answer = TestEventAnswer.of(EVENT, ANSWERED, KafkaHop.MISSING, DatabaseHop.MISSING);

        assertThat(answer.data().stoppedAt()).isEqualTo("kafka");
        assertThat(answer.data().advice()).contains("another server");
    }

    @Test
    void kafkaThatCannotBeLookedIntoIsNotTakenForAnotherServer() {
        TestEventAnswer answer =
                TestEventAnswer.of(EVENT, ANSWERED, KafkaHop.unknown("Kafka is away"), DatabaseHop.MISSING);

        assertThat(answer.data().stoppedAt()).isEqualTo("kafka");
        assertThat(answer.data().advice())
                .contains("Kafka is away")
                .contains("KAFKA_BOOTSTRAP_SERVERS")
                .contains("sync-service")
                .doesNotContain("another");
    }

    @Test
    void eventThatWaitsInKafkaPointsToSyncService() {
        TestEventAnswer answer = TestEventAnswer.of(EVENT, ANSWERED, IN_KAFKA, DatabaseHop.MISSING);

        assertThat(answer.data().stoppedAt()).isEqualTo("database");
        assertThat(answer.data().advice()).contains("sync-service");
    }
}
