package dev.shopmirror.admin.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.InvalidField;
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

    @Test
    void keyOfSeveralColumnsComesBackInItsParts() {
        Page<String> page = Page.of(List.of("a/b", "c"), 1, row -> Cursor.key(row, 7));

        assertThat(Cursor.parts(page.nextCursor(), 2)).contains(List.of("a/b", "7"));
        assertThat(Cursor.parts(null, 2)).isEmpty();
    }

    @Test
    void cursorOfAnotherListIsRefused() {
        String ofAnother = Cursor.encode(Cursor.key("a", "b"));

        assertThatThrownBy(() -> Cursor.parts(ofAnother, 3)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.decode(ofAnother)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
    void partThatIsNoTimeIsRefused(String part) {
        assertThatThrownBy(() -> Cursor.time(part)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.uuid(part)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.shopifyId(part)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "251", "-1", "ten", "", "1000"})
    void limitOutOfBoundsIsNamed(String limit) {
        PageQuery query = new PageQuery();
        query.limit = limit;
        List<InvalidField> errors = new ArrayList<>();

        assertThat(query.rows(errors)).isEqualTo(1);
        assertThat(errors).extracting(InvalidField::field).containsExactly("limit");
        assertThatThrownBy(query::rows).isInstanceOf(ProblemException.class);
    }

    @Test
    void limitWithinBoundsIsTaken() {
        PageQuery query = new PageQuery();
        query.limit = "250";

        assertThat(query.rows()).isEqualTo(250);
    }
}
