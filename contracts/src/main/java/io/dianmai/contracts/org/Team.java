package io.dianmai.contracts.org;

/** 战区/组 of a store. */
public record Team(String teamId, String name) {}
