package io.dianmai.kpi.target;

import io.dianmai.contracts.org.Role;

/**
 * What a plan is about.
 *
 * @param name of a counter or code of a KPI
 * @param isKpi whether it is the code of a KPI
 * @param unit of its figures
 * @param wireUnit the unit as people call it, for a KPI its own
 * @param additive whether a year is the sum of its days (flows, and KPIs that count or sum them) and a store the sum of
 *     its people. Else it is an aim that holds on each day and for everybody alike: of ratios, and of levels (存量),
 *     for which parts of people would make sense as well, but nobody's own plan is needed to say so
 * @param role who brings it about, among whom a store's figure is shared out. Insurance, parts and complaints are
 *     counted for service advisers, though others have a hand in them
 */
public record Aim(String name, boolean isKpi, PlanUnit unit, String wireUnit, boolean additive, Role role) {}
