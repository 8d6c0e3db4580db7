package dev.shopmirror.ingest.signature;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.shopmirror.event.fuzzing.Choices;

class SignatureFuzzTest {

    @FuzzTest
    void onlyTheSignatureOfTheBodyItselfMatches(FuzzedDataProvider data) {
        BentSignatureTest.onlyTheSignatureOfTheBodyItselfMatches(Choices.of(data));
    }
}
