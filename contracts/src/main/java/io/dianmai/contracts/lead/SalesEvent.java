package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventData;

/**
 * What lead-service tells: of leads and visits, of vehicles in stock, of market activities.
 */
public sealed interface SalesEvent extends EventData permits LeadEvent, StockEvent, ActivityEvent {}
