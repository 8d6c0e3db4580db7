package dev.shopmirror.simulator.admin.graphql.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

    private static final List<Placed> SEVEN = IntStream.rangeClosed(1, 7)
            .mapToObj(place -> new Placed(place * 10L, Map.of("n", place)))
            .toList();

    private static List<Object> nodes(Map<String, Object> page) {
        return ((List<?>) page.get("nodes"))
                .stream().<Object>map(node -> ((Map<?, ?>) node).get("n")).toList();
    }

    private static Object info(Map<String, Object> page, String field) {
        return ((Map<?, ?>) page.get("pageInfo")).get(field);
    }

    private static Map<String, Object> page(Map<String, Object> arguments) {
        Connection connection = new Connection(arguments);
        assertThat(connection.refusal()).isEmpty();
        return connection.of(SEVEN);
    }

    @Test
    void pagesFollowOneAnother() {
        Map<String, Object> first = page(Map.of("first", 3));
        Map<String, Object> second = page(Map.of("first", 3, "after", info(first, "endCursor")));
        Map<String, Object> third = page(Map.of("first", 3, "after", info(second, "endCursor")));

        assertThat(nodes(first)).containsExactly(1, 2, 3);
        assertThat(nodes(second)).containsExactly(4, 5, 6);
        assertThat(nodes(third)).containsExactly(7);
        assertThat(info(first, "hasPreviousPage")).isEqualTo(false);
        assertThat(info(second, "hasPreviousPage")).isEqualTo(true);
        assertThat(info(second, "hasNextPage")).isEqualTo(true);
        assertThat(info(third, "hasNextPage")).isEqualTo(false);
    }

    @Test
    void pagesGoBackwards() {
        Map<String, Object> last = page(Map.of("last", 3));

        assertThat(nodes(last)).containsExactly(5, 6, 7);
        assertThat(nodes(page(Map.of("last", 3, "before", info(last, "startCursor")))))
                .containsExactly(2, 3, 4);
    }

    @Test
    void reversedListIsPagedFromItsEnd() {
        Map<String, Object> first = page(Map.of("first", 3, "reverse", true));

        assertThat(nodes(first)).containsExactly(7, 6, 5);
        assertThat(nodes(page(Map.of("first", 3, "reverse", true, "after", info(first, "endCursor")))))
                .containsExactly(4, 3, 2);
    }

    @Test
    void edgesHoldTheSameNodesWithTheirCursors() {
        Map<String, Object> page = page(Map.of("first", 1));

        assertThat(page.get("edges"))
                .isEqualTo(List.of(Map.of("cursor", info(page, "endCursor"), "node", Map.of("n", 1))));
    }

    @Test
    void emptyListHasAPageWithoutCursors() {
        Map<String, Object> page = new Connection(Map.of("first", 3)).of(List.of());

        assertThat(nodes(page)).isEmpty();
        assertThat(info(page, "endCursor")).isNull();
        assertThat(info(page, "hasNextPage")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 251})
    void impossibleSizesAreRefused(int size) {
        assertThat(new Connection(Map.of("first", size)).refusal()).isPresent();
        assertThat(new Connection(Map.of("last", size)).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "e30=", "eyJsYXN0X3ZhbHVlIjoieCJ9"})
    void inventedCursorsAreRefused(String cursor) {
        assertThat(new Connection(Map.of("first", 1, "after", cursor)).refusal())
                .contains("Invalid cursor for current pagination sort.");
    }

    @Test
    void sizeIsNeeded() {
        assertThat(new Connection(Map.of()).refusal()).contains("you must provide one of first or last");
    }
}
