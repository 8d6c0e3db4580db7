package dev.shopmirror.sync.delivery;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.shopmirror.event.fuzzing.Choices;

class DeliveryFuzzTest {

    @FuzzTest
    void everyRecordIsAChangeThatCanBeWrittenOrUnhandledOrForeseenPoison(FuzzedDataProvider data) {
        BentDeliveryTest.changeThatCanBeWrittenOrUnhandledOrForeseenPoison(Choices.of(data));
    }
}
