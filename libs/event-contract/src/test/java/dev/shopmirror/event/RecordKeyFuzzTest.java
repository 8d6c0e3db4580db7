package dev.shopmirror.event;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.shopmirror.event.fuzzing.Choices;

class RecordKeyFuzzTest {

    @FuzzTest
    void everyBodyHasAKeyThatItsResourceSharesWithItsDeletion(FuzzedDataProvider data) {
        EventProperties.everyBodyHasAKeyThatItsResourceSharesWithItsDeletion(Choices.of(data));
    }
}
