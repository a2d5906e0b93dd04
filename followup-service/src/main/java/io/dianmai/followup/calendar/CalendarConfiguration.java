package io.dianmai.followup.calendar;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link CalendarChanges} look again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CalendarConfiguration {}
