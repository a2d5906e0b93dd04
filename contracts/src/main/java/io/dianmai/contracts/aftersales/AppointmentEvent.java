package io.dianmai.contracts.aftersales;

/** What happened to an appointment (预约). */
public sealed interface AppointmentEvent extends AfterSalesEvent permits AppointmentBooked {}
