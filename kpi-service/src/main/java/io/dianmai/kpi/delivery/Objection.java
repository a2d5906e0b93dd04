package io.dianmai.kpi.delivery;

import io.dianmai.kit.problem.ProblemType;

/**
 * What a channel has against a target that somebody wants to make.
 *
 * @param type the problem that the request ends with
 * @param pointer JSON Pointer into the body, for example {@code /address}
 * @param detail what is wrong and what to do
 */
public record Objection(ProblemType type, String pointer, String detail) {}
