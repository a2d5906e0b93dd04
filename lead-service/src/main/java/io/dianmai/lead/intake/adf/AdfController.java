package io.dianmai.lead.intake.adf;

import io.dianmai.kit.security.Viewer;
import io.dianmai.lead.intake.adf.AdfText.Malformed;
import io.dianmai.lead.intake.adf.AdfVerdict.State;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/adf}: prospects of portals and makers. */
@RestController
@Tag(name = "ADF", description = "ADF 1.0: the trade's exchange format for leads")
class AdfController {
    private static final String EXAMPLE = """
            <?adf version="1.0"?>
            <adf><prospect>
              <id source="portal">77013</id>
              <requestdate>2026-03-01T10:30:00+08:00</requestdate>
              <vehicle interest="buy" status="new"><make>Yunhai</make><model>X5</model></vehicle>
              <customer><contact><name part="full">王小明</name><phone>13800000017</phone></contact></customer>
              <vendor><vendorname>西湖店</vendorname></vendor>
            </prospect></adf>""";

    private final AdfIntake intake;

    AdfController(AdfIntake intake) {
        this.intake = intake;
    }

    /** What became of a document: how many prospects it has, and the verdict on each. */
    record Answer(int prospects, long created, long joined, long known, long bad, List<AdfVerdict> verdicts) {
        Answer {
            verdicts = List.copyOf(verdicts);
        }

        static Answer of(List<AdfVerdict> verdicts) {
            return new Answer(
                    verdicts.size(),
                    count(verdicts, State.CREATED),
                    count(verdicts, State.JOINED),
                    count(verdicts, State.KNOWN),
                    count(verdicts, State.BAD),
                    verdicts);
        }

        private static long count(List<AdfVerdict> verdicts, State state) {
            return verdicts.stream().filter(one -> one.state() == state).count();
        }
    }

    @PostMapping(
            path = "/api/adf",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE, "application/*+xml"})
    @Operation(
            summary = "Put the prospects of an ADF document on file",
            description =
                    "A prospect that was sent before changes nothing. Good ones are taken in although others are bad;"
                            + " where all are bad, 422 adf-refused has the verdicts.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_XML_VALUE,
                                            examples = @ExampleObject(EXAMPLE))))
    Answer take(@RequestParam @NotBlank @Size(max = 100) String storeId, Viewer viewer, HttpServletRequest request)
            throws IOException {
        Access.WRITE.require(viewer);
        viewer.requireStore(storeId);
        byte[] body = request.getInputStream().readNBytes(AdfDocument.MOST_BYTES + 1);
        if (body.length > AdfDocument.MOST_BYTES) {
            throw AdfProblem.TOO_LARGE.exception("It has at most " + AdfDocument.MOST_BYTES + " bytes.", Map.of());
        }
        Answer answer = Answer.of(intake.take(storeId, prospects(body)));
        if (answer.bad() == answer.prospects()) {
            throw AdfProblem.ALL_BAD.exception("", Map.of("verdicts", answer.verdicts()));
        }
        return answer;
    }

    private static List<AdfNode> prospects(byte[] body) {
        try {
            return AdfDocument.prospects(body);
        } catch (Malformed unreadable) {
            throw unreadable.problem().exception(unreadable.detail(), Map.of());
        }
    }
}
