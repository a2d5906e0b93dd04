package io.dianmai.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.schema.Samples;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class EventJsonTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'dimensions':{'channel':'WEB'}}",
                "{'dimensions':{'channel':'WEB'},'visitNumber':null}",
                "{'dimensions':{'channel':'WEB'},'visitNumber':'1'}",
                "{'dimensions':{'channel':'WEB'},'visitNumber':1.0}",
                "{'dimensions':{'channel':'WEB'},'visitNumber':2147483648}",
                "{'dimensions':{'channel':'WEB'},'visitNumber':true}",
                "{'visitNumber':1}",
                "{'dimensions':null,'visitNumber':1}",
                "{'dimensions':{},'visitNumber':1}",
                "{'dimensions':{'channel':null},'visitNumber':1}",
                "{'dimensions':{'channel':''},'visitNumber':1}",
                "{'dimensions':{'channel':2},'visitNumber':1}",
                "{'dimensions':{'channel':'web'},'visitNumber':1}",
                "{'dimensions':{'channel':'WEB','model':7},'visitNumber':1}"
            })
    void refusesWhatDoesNotFitTheRecord(String json) {
        assertRefused(json, LeadVisited.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "2026-03-10", "2026-03-10T09:00:00", "09:00", "1773106201", "2026-02-30T00:00:00Z"})
    void refusesTimesThatAreNone(String time) {
        assertRefused(
                "{'leadRef':'1','medium':'CALL','result':'NO_ANSWER','nextContactAt':'" + time + "'}",
                ContactMade.class);
    }

    @Test
    void whatTheRecordItselfRefusesIsAFaultOfTheInput() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.MAPPER.readValue("{\"text\":\"refused\",\"number\":7}", Choosy.class))
                .withMessageContaining("not this one");
        assertThat(EventJson.MAPPER.readValue("{\"text\":\"fine\",\"number\":7}", Choosy.class))
                .isEqualTo(new Choosy("fine", 7));
    }

    @Test
    void anErrorOfTheProgramIsNone() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> EventJson.MAPPER.readValue("{\"text\":\"error\",\"number\":7}", Choosy.class));
    }

    private record Choosy(String text, int number) {
        Choosy {
            if (text.equals("refused")) {
                throw new IllegalArgumentException("not this one");
            }
            if (text.equals("error")) {
                throw new StackOverflowError();
            }
        }
    }

    @Test
    void refusesNullInsideLists() {
        assertRefused("{'leadRef':'1','channel':'WEB','criteria':[null]}", LeadReceived.class);
    }

    @Test
    void readsAndWritesTheLeastThatARecordNeeds() {
        String least = "{\"orderRef\":\"1\"}";

        assertThat(EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(least, VehicleReturned.class)))
                .isEqualTo(least);
    }

    @Test
    void keepsListsFromBeingChangedLater() {
        var reminder = (ReminderFired) Samples.envelope(ReminderFired.class).data();

        assertThat(reminder.audience()).isUnmodifiable();
    }

    @Test
    void writesTheSameHoursAsTheSameBytes() {
        var forwards = new EnumMap<DayOfWeek, List<BusinessHours.Window>>(DayOfWeek.class);
        var backwards = new LinkedHashMap<DayOfWeek, List<BusinessHours.Window>>();
        for (int day = 1; day <= 7; day++) {
            forwards.put(DayOfWeek.of(day), List.of());
            backwards.put(DayOfWeek.of(8 - day), List.of());
        }

        assertThat(written(forwards, List.of("2026-10-01", "2026-05-01")))
                .isEqualTo(written(backwards, List.of("2026-05-01", "2026-10-01")));
    }

    private static String written(Map<DayOfWeek, List<BusinessHours.Window>> week, List<String> holidays) {
        Set<LocalDate> closed =
                new LinkedHashSet<>(holidays.stream().map(LocalDate::parse).toList());
        return EventJson.MAPPER.writeValueAsString(new BusinessHours(week, closed, Map.of()));
    }

    private static void assertRefused(String json, Class<?> type) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.MAPPER.readValue(json.replace('\'', '"'), type));
    }
}
