package dev.shopmirror.event;

import org.junit.jupiter.api.Test;

import dev.shopmirror.event.fuzzing.Fuzzing;

class BentEventTest {

    @Test
    void everyBodyHasAKeyThatItsResourceSharesWithItsDeletion() {
        Fuzzing.cases(5_000).check(EventProperties::everyBodyHasAKeyThatItsResourceSharesWithItsDeletion);
    }

    @Test
    void everyRecordIsAnEventThatADatabaseCanHold() {
        Fuzzing.cases(5_000).check(EventProperties::everyRecordIsAnEventThatADatabaseCanHold);
    }
}
