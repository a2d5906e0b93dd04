package io.dianmai.local.sample.journey;

import io.dianmai.contracts.org.Role;
import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.group.Habits;
import io.dianmai.local.sample.group.Model;
import io.dianmai.local.sample.group.Store;

/**
 * Where a journey takes place.
 *
 * @param habits those of the store, or those that it puts on for show
 */
record Scene(Group group, Store store, Habits habits, Pace pace) {
    String anyone(Role role, Chance chance) {
        return chance.of(store.staff(role));
    }

    Model anyModel(Chance chance) {
        var models = store.brand().models();
        Odds<Model> odds = Odds.of(models.getFirst(), models.getFirst().popularity());
        for (Model model : models.subList(1, models.size())) {
            odds = odds.or(model, model.popularity());
        }
        return odds.draw(chance);
    }

    String anyName(Chance chance) {
        return chance.of(group.surnames()) + chance.of(group.givenNames());
    }

    String anyPlate(Chance chance) {
        return store.plate() + "%05d".formatted(chance.between(0, 99_999));
    }

    /** How well somebody sells, from three quarters to five quarters of the mean, always the same. */
    static double skillOf(String staffId) {
        return new Chance("skill of " + staffId).between(0.75, 1.25);
    }
}
