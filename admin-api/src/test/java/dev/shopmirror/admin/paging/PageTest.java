package dev.shopmirror.admin.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.ProblemException;

class PageTest {

    @Test
    void surplusRowBecomesTheCursorOfTheNextPage() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Function.identity());

        assertThat(page.data()).containsExactly("a", "b");
        assertThat(Cursor.decode(page.nextCursor())).isEqualTo("b");
    }

    @Test
    void lastPageHasNoCursor() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity()).nextCursor())
                .isNull();
    }

    @Test
    void withoutACursorTheListStartsBeforeEverything() {
        assertThat(Cursor.decode(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AA", "YWNtZQo"})
    void inventedCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor)).isInstanceOf(ProblemException.class);
    }
}
