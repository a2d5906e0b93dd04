package io.dianmai.gateway.identity.secondfactor;

import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.external.ExternalPeople;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.kit.personal.SecretBox;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who has an authenticator app, and whether a code of it is right. */
@Component
public class SecondFactors {
    static final ProblemType NEEDED = ProblemType.of(
            "second-factor-needed", "A second factor must be set up before anything else", HttpStatus.FORBIDDEN);

    private static final ProblemType PRESENT =
            ProblemType.of("second-factor-present", "There is a second factor already", HttpStatus.CONFLICT);
    private static final ProblemType WRONG_CODE =
            ProblemType.of("wrong-code", "The code is wrong, or was used before", HttpStatus.FORBIDDEN);

    private final OneTimeCodes codes = new OneTimeCodes();
    private final MongoTemplate mongo;
    private final SecretBox box;
    private final IdentityProperties properties;
    private final Clock clock;

    SecondFactors(MongoTemplate mongo, SecretBox box, IdentityProperties properties, Clock clock) {
        this.mongo = mongo;
        this.box = box;
        this.properties = properties;
        this.clock = clock;
    }

    /** What an app needs to know. */
    record Enrolment(String secret, String uri) {}

    /** Whether codes are asked of somebody. */
    boolean isSetUp(String username) {
        return find(username).filter(SecondFactor::confirmed).isPresent();
    }

    /** Whether somebody must set one up before he can do anything else. The external issuer sees to its own people. */
    boolean isMissing(Person person) {
        return !ExternalPeople.owns(person.username())
                && properties.secondFactorFor().contains(person.role())
                && !isSetUp(person.username());
    }

    /** Why nothing else goes yet. */
    static ProblemException needed() {
        return new ProblemException(
                NEEDED, "Set it up on the page /second-factor or by POST and PUT /api/me/second-factor.");
    }

    /**
     * Begins anew with a secret that is not confirmed yet.
     *
     * @throws ProblemException when a confirmed one is there
     */
    Enrolment begin(String username) {
        if (isSetUp(username)) {
            throw new ProblemException(PRESENT, "Take it away first, with one of its codes.");
        }
        String secret = OneTimeCodes.secret();
        mongo.save(new SecondFactor(username, box.seal(place(username), secret), false, 0));
        return enrolment(username, secret);
    }

    /** What was begun and is not confirmed yet. */
    Optional<Enrolment> begun(String username) {
        return find(username)
                .filter(factor -> !factor.confirmed())
                .map(factor -> enrolment(username, box.open(place(username), factor.secret())));
    }

    /**
     * Confirms what was begun, with its first code.
     *
     * @throws ProblemException when nothing was begun or the code is wrong
     */
    void confirm(String username, String code) {
        SecondFactor begun =
                find(username).filter(factor -> !factor.confirmed()).orElseThrow(ProblemException::notFound);
        if (!take(begun, code, true)) {
            throw wrongCode();
        }
    }

    /** Whether a code is right; it is good this once, on whichever instance. */
    boolean accepts(String username, String code) {
        return find(username)
                .filter(SecondFactor::confirmed)
                .filter(factor -> take(factor, code, true))
                .isPresent();
    }

    /**
     * Takes one's own away.
     *
     * @throws ProblemException when there is none or the code is wrong
     */
    void remove(String username, String code) {
        if (!isSetUp(username)) {
            throw ProblemException.notFound();
        }
        if (!accepts(username, code)) {
            throw wrongCode();
        }
        reset(username);
    }

    /** Whether there was one; it is gone, whatever the telephone says. */
    boolean reset(String username) {
        return mongo.remove(named(username), SecondFactor.class).getDeletedCount() == 1;
    }

    private boolean take(SecondFactor factor, String code, boolean confirmed) {
        OptionalLong step = codes.stepOf(
                code, box.open(place(factor.username()), factor.secret()), clock.instant(), factor.lastStep());
        if (step.isEmpty()) {
            return false;
        }
        Query unused = named(factor.username())
                .addCriteria(Criteria.where("lastStep").lt(step.getAsLong()))
                .addCriteria(Criteria.where("secret").is(factor.secret()));
        Update taken = new Update().set("lastStep", step.getAsLong()).set("confirmed", confirmed);
        return mongo.updateFirst(unused, taken, SecondFactor.class).getMatchedCount() == 1;
    }

    private static ProblemException wrongCode() {
        return new ProblemException(WRONG_CODE, "Wait for the next code of the app, then send that.");
    }

    private Optional<SecondFactor> find(String username) {
        return Optional.ofNullable(mongo.findById(username, SecondFactor.class));
    }

    private static Enrolment enrolment(String username, String secret) {
        String account = URLEncoder.encode("Dianmai:" + username, StandardCharsets.UTF_8);
        return new Enrolment(secret, "otpauth://totp/" + account + "?secret=" + secret + "&issuer=Dianmai");
    }

    private static Query named(String username) {
        return Query.query(Criteria.where("_id").is(username));
    }

    private static String place(String username) {
        return "second-factor/" + username;
    }
}
