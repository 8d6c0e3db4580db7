package dev.shopmirror.admin.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionsTest {

    @Test
    void valuesAreNumberedAcrossConditions() {
        Conditions conditions =
                new Conditions().and("a = ?", "first").and("b IS NULL").and("(c, d) < (?, ?)", 2, 3);

        assertThat(conditions.where()).isEqualTo("WHERE a = $1 AND b IS NULL AND (c, d) < ($2, $3)");
        assertThat(conditions.values().size()).isEqualTo(3);
        assertThat(conditions.values().getInteger(2)).isEqualTo(3);
    }

    @Test
    void absentValueIsNoCondition() {
        assertThat(new Conditions().andIfPresent("a = ?", null).where()).isEmpty();
    }
}
