package dev.shopmirror.event;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.shopmirror.event.fuzzing.Choices;

class WebhookEventFuzzTest {

    @FuzzTest
    void everyRecordIsAnEventThatADatabaseCanHold(FuzzedDataProvider data) {
        EventProperties.everyRecordIsAnEventThatADatabaseCanHold(Choices.of(data));
    }
}
