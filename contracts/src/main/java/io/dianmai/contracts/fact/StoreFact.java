package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventData;

/** What a store system says has happened: a command to the service that owns its meaning. */
public sealed interface StoreFact extends EventData
        permits LeadReceived,
                LeadHandedTo,
                LeadAssessed,
                VisitReceived,
                TestDriveTaken,
                OrderSigned,
                OrderCancelled,
                VehicleDelivered,
                CustomerLost,
                ContactMade,
                AppointmentMade,
                VehicleReceived,
                WorkFinished,
                JobSettled,
                SettlementReversed,
                VehicleReturned,
                ComplaintReceived,
                ComplaintReplied,
                ComplaintClosed {}
