package dev.shopmirror.system.history;

import static java.util.stream.Collectors.joining;

import java.util.List;

import dev.shopmirror.simulator.shop.Shop;

/** What happens in one shop, and how the events of it travel. */
public record History(Delivery delivery, List<Action> actions) {

    public void happenIn(Shop shop) throws InterruptedException {
        Merchant merchant = new Merchant(shop);
        for (Action action : actions) {
            action.perform(merchant);
        }
    }

    @Override
    public String toString() {
        return delivery + actions.stream().map(action -> "\n    " + action).collect(joining());
    }
}
