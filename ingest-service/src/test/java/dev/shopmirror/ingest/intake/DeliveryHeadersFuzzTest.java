package dev.shopmirror.ingest.intake;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.shopmirror.event.fuzzing.Choices;

class DeliveryHeadersFuzzTest {

    @FuzzTest
    void headersHaveOneSpellingAndTheSignatureIsNeverPublished(FuzzedDataProvider data) {
        BentHeadersTest.headersHaveOneSpellingAndTheSignatureIsNeverPublished(Choices.of(data));
    }
}
