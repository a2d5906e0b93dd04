package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.RepairOrderSettled;
import java.time.Instant;

/**
 * The settlement of a job, kept so that taking it back can say exactly what is taken back.
 *
 * @param told the event as it was sent
 * @param at when the job was settled
 */
public record SettledJob(RepairOrderSettled told, Instant at) {}
