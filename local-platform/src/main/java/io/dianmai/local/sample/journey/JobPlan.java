package io.dianmai.local.sample.journey;

import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.org.Tier;

/**
 * What a job takes and brings.
 *
 * @param promisedMinutes of open time until the customer may come back
 */
record JobPlan(int promisedMinutes, int soldMinutes, int actualMinutes, boolean addOn, Settlement settlement) {
    private static final int FEN = 100;
    private static final double ADD_ON = 0.3;

    /** Usual figures of one kind of job at a store of the middle tier; money in yuan. */
    private record Usual(int promisedMinutes, int soldMinutes, int labour, int parts, double costShare) {}

    static JobPlan draw(JobKind kind, Tier tier, Chance chance) {
        Usual usual = usual(kind);
        boolean addOn = chance.in(ADD_ON);
        int sold = (int) (usual.soldMinutes() * chance.between(0.8, 1.3) * (addOn ? 1.2 : 1));
        return new JobPlan(
                (int) (usual.promisedMinutes() * chance.between(0.9, 1.3)),
                sold,
                (int) (sold * chance.between(0.8, 1.2)),
                addOn,
                settlement(usual, tier, addOn ? 1.4 : 1, chance));
    }

    /** The settlement with the discount on labour that members have. */
    Settlement discounted() {
        return new Settlement(
                settlement.labour() * 9 / 10,
                settlement.parts(),
                settlement.care(),
                settlement.beauty(),
                settlement.scrap(),
                settlement.directCost());
    }

    private static Settlement settlement(Usual usual, Tier tier, double more, Chance chance) {
        double level = tier == Tier.PREMIUM ? 2.2 : 1;
        long labour = money(usual.labour() * level * more, chance);
        long parts = money(usual.parts() * level * more, chance);
        long care = chance.in(0.3) ? money(tier == Tier.PREMIUM ? 600 : 170, chance) : 0;
        long beauty = chance.in(0.1) ? money(300 * level, chance) : 0;
        long scrap = money(tier == Tier.PREMIUM ? 15 : 10, chance);
        long revenue = labour + parts + care + beauty;
        return new Settlement(
                labour, parts, care, beauty, scrap, Math.round(revenue * usual.costShare() * chance.between(0.9, 1.1)));
    }

    private static long money(double yuan, Chance chance) {
        return Math.round(yuan * chance.between(0.6, 1.5)) * FEN;
    }

    private static Usual usual(JobKind kind) {
        return switch (kind) {
            case MAINTENANCE -> new Usual(90, 60, 220, 420, 0.46);
            case GENERAL_REPAIR -> new Usual(240, 120, 420, 780, 0.5);
            case ACCIDENT -> new Usual(1_500, 600, 1_900, 4_200, 0.55);
            case WARRANTY -> new Usual(300, 120, 360, 900, 0.6);
            case PAINT -> new Usual(480, 240, 1_100, 260, 0.42);
            case BEAUTY -> new Usual(120, 90, 120, 80, 0.35);
            case INTERNAL -> new Usual(240, 90, 180, 160, 0.8);
        };
    }
}
