package dev.shopmirror.system.history;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random histories. They shrink to fewer and simpler actions that travel with less trouble. */
public final class Histories {

    private static final int MOST_ACTIONS = 24;
    private static final int PRODUCTS = 3;
    private static final int USUAL_VARIANTS = 8;

    private Histories() {}

    public static Arbitrary<History> any() {
        return Combinators.combine(delivery(), actions()).as(History::new);
    }

    private static Arbitrary<List<Action>> actions() {
        Arbitrary<Action> withManyVariants = Arbitraries.frequencyOf(
                Tuple.of(30, action()), Tuple.of(3, variantCount(99, 130)), Tuple.of(2, editOfMany()));
        return Arbitraries.frequencyOf(Tuple.of(9, action()), Tuple.of(1, withManyVariants))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_ACTIONS);
    }

    /** What happens in any shop all day; products over 100 variants are not among it. */
    public static Arbitrary<Action> action() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, saveProduct()),
                Tuple.of(6, editVariants(USUAL_VARIANTS)),
                Tuple.of(1, variantCount(1, USUAL_VARIANTS)),
                Tuple.of(3, product().map(Action.DeleteProduct::new)),
                Tuple.of(4, setStock()),
                Tuple.of(2, place().map(Action.Disconnect::new)),
                Tuple.of(2, saveItem()),
                Tuple.of(1, place().map(Action.DeleteItem::new)),
                Tuple.of(2, saveLocation()),
                Tuple.of(1, place().map(Action.DeleteLocation::new)),
                Tuple.of(3, Arbitraries.integers().between(0, 300).map(Action.Pause::new)));
    }

    private static Arbitrary<Action> saveProduct() {
        return Combinators.combine(product(), Fields.ofProduct()).as(Action.SaveProduct::new);
    }

    private static Arbitrary<Action> editVariants(int variants) {
        Arbitrary<Integer> variant = Arbitraries.integers().between(0, variants - 1);
        Arbitrary<VariantEdit> save =
                Combinators.combine(variant, Fields.ofVariant()).as(VariantEdit.Save::new);
        Arbitrary<VariantEdit> edit =
                Arbitraries.frequencyOf(Tuple.of(3, save), Tuple.of(1, variant.map(VariantEdit.Remove::new)));
        return Combinators.combine(product(), edit.list().ofMinSize(1).ofMaxSize(4))
                .as(Action.EditVariants::new);
    }

    private static Arbitrary<Action> editOfMany() {
        return editVariants(130);
    }

    private static Arbitrary<Action> variantCount(int least, int most) {
        return Combinators.combine(product(), Arbitraries.integers().between(least, most))
                .as(Action.SetVariantCount::new);
    }

    private static Arbitrary<Action> setStock() {
        Arbitrary<Integer> available = Arbitraries.integers().between(-3, 500).injectNull(0.1);
        return Combinators.combine(place(), available).as(Action.SetStock::new);
    }

    private static Arbitrary<Action> saveItem() {
        return Combinators.combine(place(), Fields.ofItem()).as(Action.SaveItem::new);
    }

    private static Arbitrary<Action> saveLocation() {
        return Combinators.combine(place(), Fields.ofLocation()).as(Action.SaveLocation::new);
    }

    private static Arbitrary<StockPlace> place() {
        return Combinators.combine(
                        product(),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1))
                .as(StockPlace::new);
    }

    private static Arbitrary<Integer> product() {
        return Arbitraries.integers().between(0, PRODUCTS - 1);
    }

    private static Arbitrary<Delivery> delivery() {
        return Combinators.combine(
                        probability(0.5),
                        probability(0.5),
                        Arbitraries.of(0, 20, 200, 700),
                        Arbitraries.of(1, 4, 32),
                        probability(0.4),
                        Arbitraries.longs().between(0, 1_000_000))
                .as(Delivery::new);
    }

    private static Arbitrary<Double> probability(double most) {
        return Arbitraries.of(0.0, most / 4, most);
    }
}
