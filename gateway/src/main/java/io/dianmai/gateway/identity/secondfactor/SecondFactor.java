package io.dianmai.gateway.identity.secondfactor;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's authenticator app.
 *
 * @param secret sealed
 * @param confirmed whether its first code was right; until then it is asked for nowhere
 * @param lastStep the time step of the last code that was taken: none is good twice
 */
@Document("second_factors")
record SecondFactor(@Id String username, String secret, boolean confirmed, long lastStep) {}
