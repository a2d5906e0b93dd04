package io.dianmai.local.sample.group;

/**
 * 车型.
 *
 * @param yuan list price
 * @param popularity how often it is asked for, against the others of its brand
 */
public record Model(String name, int yuan, int popularity, boolean newEnergy, boolean flagship) {}
