package io.dianmai.local.sample.group;

/**
 * A store as the sample's data describe it.
 *
 * @param region id of its region
 * @param brand id of its brand
 * @param plate how plates begin where it stands
 */
record StorePlan(
        String id,
        String name,
        String region,
        String brand,
        String plate,
        OpeningPlan hours,
        Size size,
        Habits habits) {

    record Size(int consultants, int advisers, int technicians, int bays, int parkingSpaces) {
        private static final int LARGE = 6;

        /** Large stores have somebody of his own for every role; elsewhere people have two. */
        boolean large() {
            return consultants >= LARGE;
        }
    }
}
