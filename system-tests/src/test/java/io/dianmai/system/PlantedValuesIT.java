package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.LeadCardChanged;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.local.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A person's marked values come in by every way there is; afterwards they stand nowhere in clear. */
@ExtendWith(OnThePlatform.class)
class PlantedValuesIT {
    private static final String WORDS = "他让打" + PlantedValues.PHONE + "，证号" + PlantedValues.ID_NUMBER + "，"
            + PlantedValues.PLATE + "，" + PlantedValues.VIN;
    private static final String INGEST = "/api/store-events";

    private final PlantedValues planted = new PlantedValues();
    private final List<String> answers = new ArrayList<>();
    private final RunningPlatform platform;
    private final Door door;
    private final TestGroup group;
    private final TestStore store;

    PlantedValuesIT(RunningPlatform platform) {
        this.platform = platform;
        this.door = platform.door();
        this.group = TestGroup.register(platform, "planted", 1);
        this.store = group.store();
    }

    @Test
    void standNowhereInClear() {
        tellFacts();
        tellWhatIsRefused();
        String leadId = workOnIt();
        takeFilesIn();
        Waiting.until(
                "the last of it was heard",
                Duration.ofSeconds(60),
                () -> assertThat(answered(leadId)).isTrue());

        assertThat(answers.stream().flatMap(answer -> planted.in(answer).stream()))
                .as("answers")
                .isEmpty();
        for (Service service : Service.values()) {
            String metrics = new Door(platform.managementOf(service))
                    .getWithoutToken("/actuator/prometheus")
                    .body();
            assertThat(metrics).isNotEmpty();
            assertThat(planted.in(metrics)).as("metrics of " + service).isEmpty();
        }
        assertThat(new TopicRecords(platform.bootstrapServers()).texts().flatMap(text -> planted.in(text).stream()))
                .as("records of all topics")
                .isEmpty();
        assertThat(planted.below(platform.data()))
                .as("files of topics, documents, state stores and logs")
                .isEmpty();
    }

    /** Alone, several together, and with the attributes in headers. */
    private void tellFacts() {
        tell(new LeadReceived(
                "P-1", Channel.WEB, null, PlantedValues.NAME, "+86 173-9826-0415", "M1", null, null, null));
        tell(new LeadCardChanged("P-1", null, null, null, null, null, PlantedValues.ID_NUMBER));
        tell(new VisitReceived(
                "V-1", VisitKind.WALK_IN, 2, true, null, null, null, PlantedValues.NAME, "１７３９８２６０４１５", null));
        tell(new StockReceived("K-1", "M1", null, PlantedValues.VIN, 1000, false, false, null));
        tell(new VehicleReceived("R-1", JobKind.MAINTENANCE, null, null, "浙A·7Q9Z3", null, null));
        tell(new ContactMade(
                "P-1", ContactMedium.CALL, ContactResult.CONNECTED, null, TestGroup.CONSULTANT, Level.A, WORDS));
        var batch = List.of(fact(new LeadReceived(
                        "P-2", Channel.WEB, null, PlantedValues.NAME, PlantedValues.PHONE, "M1", null, null, null))
                .cloudEvent());
        expect(202, door.post(INGEST, store.token(), Door.BATCH, Json.write(batch)));
    }

    /** At the door, and by a service. */
    private void tellWhatIsRefused() {
        String phoneInWrongPlace = Json.write(fact(new LeadReceived(
                                "P-3",
                                Channel.WEB,
                                null,
                                PlantedValues.NAME,
                                PlantedValues.PHONE,
                                "M1",
                                null,
                                null,
                                null))
                        .cloudEvent())
                .replace("\"WEB\"", "\"" + PlantedValues.PHONE + "\"");
        expect(422, door.post(INGEST, store.token(), Door.STRUCTURED, phoneInWrongPlace));
        expect(
                422,
                door.post(
                        INGEST,
                        store.token(),
                        Door.STRUCTURED,
                        Json.write(fact(new LeadCardChanged("P-1", null, null, null, null, null, "44030819880716427X"))
                                .cloudEvent())));
        expect(400, door.post(INGEST, store.token(), Door.STRUCTURED, "{\"phone\":\"" + PlantedValues.PHONE));
        tell(new LeadReceived(
                "P-1", Channel.WEB, null, PlantedValues.NAME, PlantedValues.PHONE, "M1", null, null, null));
    }

    private String workOnIt() {
        Waiting.until(
                "the lead is on file",
                Duration.ofSeconds(60),
                () -> assertThat(found()).isNotEmpty());
        String leadId = found().getFirst().path("id").asString();
        String task = "/api/follow-ups/" + leadId;
        Waiting.until(
                "the lead has a task",
                Duration.ofSeconds(60),
                () -> assertThat(door.get(task, store.token()).status()).isEqualTo(200));
        // Notes are sealed where they stand, and read by the people of the store: these answers show them.
        assertThat(post(task + "/contacts", Map.of("medium", "CALL", "result", "NO_ANSWER", "note", WORDS))
                        .status())
                .isEqualTo(200);
        assertThat(post(task + "/skip", Map.of("reason", WORDS)).status()).isEqualTo(200);
        expect(200, post("/api/leads/" + leadId + "/grading", Map.of("level", "B", "reason", WORDS)));
        expect(400, post("/api/leads", Map.of("storeId", store.storeId(), "channel", PlantedValues.PHONE)));
        expect(400, post("/api/leads/search", Map.of("phone", PlantedValues.NAME)));
        expect(
                201,
                post(
                        "/api/visits",
                        Map.of(
                                "storeId",
                                store.storeId(),
                                "kind",
                                "CALL",
                                "partySize",
                                1,
                                "retained",
                                true,
                                "customerName",
                                PlantedValues.NAME,
                                "phone",
                                PlantedValues.PHONE)));
        expect(
                200,
                door.post(
                        "/api/leads/" + leadId + "/recall", group.hq(), Door.JSON, Json.write(Map.of("note", WORDS))));
        return leadId;
    }

    private void takeFilesIn() {
        String rows = """
            lead reference,channel,customer name,phone,model
            P-5,线上,%s,%s,M1
            P-6,no such channel,%s,%s,M1
            """.formatted(PlantedValues.NAME, PlantedValues.PHONE, PlantedValues.NAME, PlantedValues.PHONE);
        String query = "?kind=leads&ignoreUnknown=true&storeId=" + store.storeId() + "&mode=";
        keep(door.post("/api/imports" + query + "preview", group.hq(), "text/csv", rows));
        expect(202, door.post("/api/imports" + query + "run", group.hq(), "text/csv", rows));
        keep(door.post("/api/adf?storeId=" + store.storeId(), group.hq(), "application/xml", """
            <?xml version="1.0" encoding="UTF-8"?><?adf version="1.0"?><adf><prospect>
            <requestdate>2026-03-10T10:00:00+08:00</requestdate>
            <vehicle interest="buy"><year>2026</year><make>Yunhai</make><model>X5</model><vin>%s</vin></vehicle>
            <customer><contact><name part="full">%s</name><phone>%s</phone></contact>
            <comments>%s</comments></customer>
            <vendor><contact><name part="full">V</name></contact></vendor></prospect></adf>
            """.formatted(
                        PlantedValues.VIN, PlantedValues.NAME, PlantedValues.PHONE, WORDS)));
    }

    private List<JsonNode> found() {
        return Json.list(
                door.post("/api/leads/search", group.hq(), Door.JSON, Json.write(Map.of("phone", PlantedValues.PHONE)))
                        .expectSuccess()
                        .path("items"));
    }

    /** The last fact that was told came back refused, and the timeline has heard of the recall. */
    private boolean answered(String leadId) {
        String timeline =
                door.get("/api/leads/" + leadId + "/timeline", group.hq()).body();
        keep(door.get("/api/leads/" + leadId, group.hq()));
        answers.add(timeline);
        return !group.rejected().isEmpty() && timeline.contains("dianmai.lead.recalled.v1");
    }

    private void tell(StoreFact data) {
        expect(
                202,
                door.post(
                        INGEST,
                        store.token(),
                        Door.STRUCTURED,
                        Json.write(fact(data).cloudEvent())));
    }

    private Fact fact(StoreFact data) {
        return new Fact(UUID.randomUUID().toString(), store.storeId(), Instant.now(), data);
    }

    private Door.Answer post(String path, Map<String, ?> body) {
        return door.post(path, store.token(), Door.JSON, Json.write(body));
    }

    private void expect(int status, Door.Answer answer) {
        keep(answer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private void keep(Door.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        answers.add(answer.body());
    }
}
