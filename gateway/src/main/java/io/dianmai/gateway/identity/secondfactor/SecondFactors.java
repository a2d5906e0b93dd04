package io.dianmai.gateway.identity.secondfactor;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.throttle.SignInThrottle;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.kit.personal.SecretBox;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who has an authenticator app, and whether a code of it is right. */
@Component
public class SecondFactors {
    /** The page on which it is set up. */
    public static final String PAGE = "/second-factor";

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
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactors(
            MongoTemplate mongo,
            SecretBox box,
            IdentityProperties properties,
            SignInThrottle throttle,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mongo = mongo;
        this.box = box;
        this.properties = properties;
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    /** What an app needs to know. */
    public record Enrolment(String secret, String uri) {}

    /** Whether codes are asked of somebody. */
    public boolean isSetUp(String username) {
        return find(username).filter(SecondFactor::confirmed).isPresent();
    }

    /** Whether somebody must set one up before he can do anything else. The external issuer sees to its own people. */
    public boolean isMissing(Person person) {
        return !Person.isExternal(person.username())
                && properties.secondFactorFor().contains(person.role())
                && !isSetUp(person.username());
    }

    /** Why nothing else goes yet. */
    public static ProblemException needed() {
        return new ProblemException(
                NEEDED, "Set it up on the page /second-factor or by POST and PUT /api/me/second-factor.");
    }

    /**
     * Begins anew with a secret that is not confirmed yet.
     *
     * @throws ProblemException when a confirmed one is there
     */
    public Enrolment begin(String username) {
        if (isSetUp(username)) {
            throw new ProblemException(PRESENT, "Take it away first, with one of its codes.");
        }
        String secret = OneTimeCodes.secret();
        mongo.save(new SecondFactor(username, box.seal(place(username), secret), false, 0));
        return enrolment(username, secret);
    }

    /** What was begun and is not confirmed yet. */
    public Optional<Enrolment> begun(String username) {
        return find(username)
                .filter(factor -> !factor.confirmed())
                .map(factor -> enrolment(username, box.open(place(username), factor.secret())));
    }

    /**
     * Confirms what was begun, with its first code.
     *
     * @throws ProblemException when nothing was begun or the code is wrong
     * @throws TooManyTries after too many wrong codes
     */
    public void confirm(String username, String code) {
        SecondFactor begun =
                find(username).filter(factor -> !factor.confirmed()).orElseThrow(ProblemException::notFound);
        if (!take(begun, code)) {
            throw wrongCode();
        }
        tell(Kind.SECOND_FACTOR_SET, username, username);
    }

    /**
     * Whether a code is right; it is good this once, on whichever instance.
     *
     * @throws TooManyTries after too many wrong codes
     */
    public boolean accepts(String username, String code) {
        return find(username)
                .filter(SecondFactor::confirmed)
                .filter(factor -> take(factor, code))
                .isPresent();
    }

    /**
     * Takes one's own away.
     *
     * @throws ProblemException when there is none or the code is wrong
     * @throws TooManyTries after too many wrong codes
     */
    void remove(String username, String code) {
        if (!isSetUp(username)) {
            throw ProblemException.notFound();
        }
        if (!accepts(username, code)) {
            throw wrongCode();
        }
        reset(username, username);
    }

    /** Whether there was one; it is gone, whatever the telephone says. */
    boolean reset(String username, String actor) {
        boolean there = mongo.remove(named(username), SecondFactor.class).getDeletedCount() == 1;
        if (there) {
            tell(Kind.SECOND_FACTOR_REMOVED, actor, username);
        }
        return there;
    }

    private boolean take(SecondFactor factor, String code) {
        return throttle.guess(SignInThrottle.Key.codesOf(factor.username()), () -> isUnused(factor, code));
    }

    /** Takes note that it was used. */
    private boolean isUnused(SecondFactor factor, String code) {
        OptionalLong step = codes.stepOf(
                code, box.open(place(factor.username()), factor.secret()), clock.instant(), factor.lastStep());
        if (step.isEmpty()) {
            return false;
        }
        Query unused = named(factor.username())
                .addCriteria(Criteria.where("lastStep").lt(step.getAsLong()))
                .addCriteria(Criteria.where("secret").is(factor.secret()));
        Update taken = new Update().set("lastStep", step.getAsLong()).set("confirmed", true);
        return mongo.updateFirst(unused, taken, SecondFactor.class).getMatchedCount() == 1;
    }

    private void tell(Kind what, String actor, String username) {
        events.publishEvent(new IdentityEvent(what, actor, username, null));
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
