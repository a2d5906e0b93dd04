package io.dianmai.kpi.ladder.web;

import java.util.List;

/**
 * The answer of {@code GET /api/ladders}.
 *
 * @param version grows with each change of any ladder
 */
record LadderList(long version, List<LadderView> ladders) {}
