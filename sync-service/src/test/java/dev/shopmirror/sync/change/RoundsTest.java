package dev.shopmirror.sync.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.ColumnType;
import dev.shopmirror.sync.table.MirrorTable;
import dev.shopmirror.sync.table.Row;

class RoundsTest {

    @Test
    void stormOfFullUpdatesIsOneRow() {
        List<Change> storm = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> update(1, i, "title", "vendor"))
                .toList());
        Collections.shuffle(storm, new Random(7));

        assertThat(Rounds.fold(storm).rounds()).containsExactly(List.of(update(1, 499, "title", "vendor")));
    }

    /** Of a product with more variants than a body holds. */
    @Test
    void stormOfCutUpdatesIsOneRow() {
        Set<Long> all = LongStream.range(0, 150).boxed().collect(Collectors.toSet());
        Set<Long> sent = LongStream.range(0, 100).boxed().collect(Collectors.toSet());
        List<Change> storm = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(second -> withVariants(second, sent, all))
                .toList());
        Collections.shuffle(storm, new Random(7));

        assertThat(Rounds.fold(storm).rounds()).containsExactly(List.of(withVariants(499, sent, all)));
    }

    @Test
    void trimmedUpdateDoesNotSwallowAFullerOne() {
        Change full = update(1, 1, "title", "vendor");
        Change trimmed = update(1, 2, "title");

        assertThat(Rounds.fold(List.of(trimmed, full)).rounds()).containsExactly(List.of(full), List.of(trimmed));
    }

    @Test
    void deletionSwallowsWhatCameBeforeAndNothingAfter() {
        Change before = update(1, 1, "title");
        Change deletion = Change.deletion(key(1), version(2));
        Change after = update(1, 3, "title");

        assertThat(Rounds.fold(List.of(after, before, deletion)).rounds())
                .containsExactly(List.of(deletion), List.of(after));
    }

    @Test
    void resourcesOfOneRoundAreSortedByKey() {
        assertThat(Rounds.fold(List.of(update(3, 1), update(1, 1), update(2, 1)))
                        .rounds())
                .containsExactly(List.of(update(1, 1), update(2, 1), update(3, 1)));
    }

    @Test
    void olderVariantIsKeptUnlessTheNewerBodyTellsOfIt() {
        Change older = withVariants(1, Set.of(10L, 11L), null);
        Change newerWithout = withVariants(2, Set.of(10L), null);
        Change newerComplete = withVariants(3, Set.of(10L), Set.of(10L));

        assertThat(Rounds.fold(List.of(older, newerWithout)).rounds()).hasSize(2);
        assertThat(Rounds.fold(List.of(older, newerComplete)).rounds()).hasSize(1);
    }

    @Test
    void olderRemovalIsKeptUnlessTheNewerBodyKnowsAllVariants() {
        Change older = withVariants(1, Set.of(), Set.of(10L));
        Change newer = withVariants(2, Set.of(10L), null);

        assertThat(Rounds.fold(List.of(older, newer)).rounds()).hasSize(2);
    }

    private static ResourceKey key(long id) {
        return new ResourceKey("acme.myshopify.com", MirrorTable.PRODUCT, id, 0);
    }

    private static Version version(int second) {
        Instant at = Instant.ofEpochSecond(second);
        return Version.of(at, at, at, "w");
    }

    private static Change update(long id, int second, String... columns) {
        Map<Column, Object> values = new LinkedHashMap<>();
        for (String column : columns) {
            values.put(new Column(column, ColumnType.TEXT), "value");
        }
        return Change.upsert(key(id), version(second), new Row(values), Variants.UNKNOWN);
    }

    private static Change withVariants(int second, Set<Long> ids, Set<Long> live) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        ids.forEach(id -> rows.put(id, Row.EMPTY));
        return Change.upsert(key(1), version(second), Row.EMPTY, new Variants(rows, live));
    }
}
