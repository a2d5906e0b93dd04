package io.dianmai.kit.audit;

/**
 * Where a service says what somebody has done or looked at. Each entry is in this service's own store before the call
 * returns; from there it goes to the audit log by Kafka, however long Kafka is away and whatever is killed in between,
 * and is kept there once.
 *
 * <p>Changes over HTTP need no call: their handlers are {@link Audited}.
 */
public interface AuditTrail {
    /**
     * Says it before it takes effect: whoever shows something says so first, and shows nothing when this throws. Time,
     * address and trace are those of the request under way.
     *
     * @throws com.mongodb.MongoException when the entry could not be stored, so that nothing may be done
     */
    void say(AuditEntry entry);
}
