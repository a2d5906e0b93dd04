package io.dianmai.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PersonalDataTests {
    private final PersonalDataSealer sealer = new PersonalDataSealer(PersonalKeys.of(new byte[32]));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+86 138 0013 8000",
                "0086-13800138000",
                "86 13800138000",
                "(+86)13800138000",
                "１３８００１３８０００",
                "＋86 138‑0013‑8000",
                " 138\u00a00013\u30008000 "
            })
    void findsOnePhoneInAllItsSpellings(String spelling) {
        assertThat(sealer.hash(Kind.PHONE, spelling)).isEqualTo(sealer.hash(Kind.PHONE, "13800138000"));
        assertThat(sealer.seal(Kind.PHONE, spelling))
                .get()
                .extracting(sealer::unseal)
                .isEqualTo("13800138000");
    }

    @Test
    void keepsLandlinesAndHotlines() {
        assertThat(Normalisation.normalise(Kind.PHONE, "010-12345678")).contains("01012345678");
        assertThat(Normalisation.normalise(Kind.PHONE, "+86 10 1234 5678")).contains("01012345678");
        assertThat(Normalisation.normalise(Kind.PHONE, "(0755) 1234567")).contains("07551234567");
        assertThat(Normalisation.normalise(Kind.PHONE, "400-820-8820")).contains("4008208820");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "n/a", "1380013800", "138001380000", "12800138000", "+1 212 555 0100", "13800I38000"})
    void findsNoPhone(String text) {
        assertThat(sealer.seal(Kind.PHONE, text)).isEmpty();
        assertThatThrownBy(() -> sealer.sealAt("/phone", Kind.PHONE, text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getBody().getProperties())
                                .containsEntry("errors", List.of(PersonalDataSealer.violation("/phone", Kind.PHONE))));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,13800138000,138****8000",
        "NAME,张三丰,张*",
        "NAME,𠮷田,𠮷*",
        "PLATE,京A·12345,京A****5",
        "PLATE,京a 12345,京A****5",
        "PLATE,京A,****",
        "VIN,lsvaa4180e2184847,****4847"
    })
    void masks(Kind kind, String text, String masked) {
        assertThat(sealer.seal(kind, text)).get().extracting(SealedText::masked).isEqualTo(masked);
    }

    @Test
    void opensWhatItSealedAlsoFromItsText() {
        SealedText sealed = seal(Kind.NAME, "张 三丰");
        assertThat(SealedText.isSealed(sealed.text())).isTrue();
        assertThat(SealedText.parse(sealed.text())).isEqualTo(sealed);
        assertThat(sealer.unseal(SealedText.parse(sealed.text()))).isEqualTo("张 三丰");
        assertThat(sealed.text()).matches("[\\x21-\\x7e]+").doesNotContain("张");
    }

    @Test
    void sealsDifferentlyEachTimeButHashesAlike() {
        SealedText one = seal(Kind.PHONE, "13800138000");
        SealedText two = seal(Kind.PHONE, "13800138000");
        assertThat(one.cipher()).isNotEqualTo(two.cipher());
        assertThat(one.hash()).isEqualTo(two.hash()).hasSize(22);
    }

    @Test
    void hashesTheSameTextOfAnotherKindDifferently() {
        assertThat(sealer.hash(Kind.NAME, "13800138000")).isNotEqualTo(sealer.hash(Kind.PHONE, "13800138000"));
    }

    @Test
    void opensNothingThatWasChangedOrSealedWithAnotherKey() {
        SealedText sealed = seal(Kind.PHONE, "13800138000");
        SealedText relabelled = new SealedText(sealed.keyId(), sealed.hash(), "139****0000", sealed.cipher());
        assertThatThrownBy(() -> sealer.unseal(relabelled)).isInstanceOf(IllegalArgumentException.class);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        var other = new PersonalDataSealer(PersonalKeys.of(otherKey));
        assertThatThrownBy(() -> other.unseal(sealed)).hasMessageContaining("another key");
        assertThat(other.hash(Kind.PHONE, "13800138000")).isNotEqualTo(sealer.hash(Kind.PHONE, "13800138000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "13800138000", "sealed.v1", "sealed.v1.a.b.c", "sealed.v1.a.b.c.d.e", "sealed.v2.a.b.c.d"})
    void takesNothingElseForSealed(String text) {
        assertThat(SealedText.isSealed(text)).isFalse();
        assertThatThrownBy(() -> SealedText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNeitherTextNorCipherInLogs() {
        SealedText sealed = seal(Kind.PHONE, "13800138000");
        assertThat(sealed).hasToString("138****8000");
        assertThat(new SealedCustomer(null, sealed)).asString().doesNotContain(sealed.cipher());
    }

    @Test
    void isAStringInJson() {
        SealedText sealed = seal(Kind.PHONE, "13800138000");
        String json = EventJson.MAPPER.writeValueAsString(sealed);
        assertThat(json).isEqualTo('"' + sealed.text() + '"');
        assertThat(EventJson.MAPPER.readValue(json, SealedText.class)).isEqualTo(sealed);
    }

    @Test
    void masksACustomer() {
        SealedText name = seal(Kind.NAME, "张三");
        SealedText phone = seal(Kind.PHONE, "13800138000");
        assertThat(SealedCustomer.parse(name.text(), phone.text()).masked())
                .isEqualTo(new MaskedCustomer("张*", "138****8000", phone.hash()));
        assertThat(SealedCustomer.parse(null, null).masked()).isEqualTo(new MaskedCustomer(null, null, null));
    }

    @Test
    void sealsThePersonalStringsOfAFactAndNothingElse() {
        ObjectNode fact =
                fact("{\"leadRef\":\"L-1\",\"customerName\":\"张三\",\"phone\":\"138 0013 8000\",\"model\":\"A6\"}");
        assertThat(new FactSealer(sealer).seal(LeadReceived.class, fact)).isEmpty();
        assertThat(fact.get("leadRef").stringValue()).isEqualTo("L-1");
        assertThat(fact.get("model").stringValue()).isEqualTo("A6");
        assertThat(sealer.unseal(SealedText.parse(fact.get("phone").stringValue())))
                .isEqualTo("13800138000");
        assertThat(sealer.unseal(SealedText.parse(fact.get("customerName").stringValue())))
                .isEqualTo("张三");
        assertThat(fact.toString()).doesNotContain("张三").doesNotContain("8000");
    }

    @Test
    void refusesAFactWithAPhoneThatIsNoneAndLeavesItAsItWas() {
        ObjectNode fact = fact("{\"customerName\":\"张三\",\"phone\":\"none\"}");
        assertThat(new FactSealer(sealer).seal(LeadReceived.class, fact))
                .containsExactly(PersonalDataSealer.violation("/phone", Kind.PHONE));
        assertThat(fact.get("customerName").stringValue()).isEqualTo("张三");
    }

    @Test
    void neverTrustsASealedFormFromOutside() {
        String forged = seal(Kind.PHONE, "13900139000").text();
        ObjectNode fact = fact("{\"phone\":\"" + forged + "\",\"customerName\":\"" + forged + "\"}");
        assertThat(new FactSealer(sealer).seal(LeadReceived.class, fact))
                .containsExactly(PersonalDataSealer.violation("/phone", Kind.PHONE));
        fact.remove("phone");
        assertThat(new FactSealer(sealer).seal(LeadReceived.class, fact)).isEmpty();
        assertThat(sealer.unseal(SealedText.parse(fact.get("customerName").stringValue())))
                .isEqualTo(forged);
    }

    @Test
    void needsAKeyOf32Bytes() {
        assertThatThrownBy(() -> new PersonalSettings(" ", null).masterKeys())
                .hasMessageContaining("DIANMAI_PERSONAL_KEY");
        assertThatThrownBy(() -> new PersonalSettings("c2hvcnQ=", null).masterKeys())
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new PersonalSettings("%", null).masterKeys()).hasMessageContaining("base64");
        assertThat(new PersonalSettings("secret", null)).asString().doesNotContain("secret");
    }

    @Test
    void readsTheKeyFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("personal.key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        assertThat(new PersonalSettings("", file).masterKeys()).containsExactly(new byte[32]);
        assertThatThrownBy(() -> new PersonalSettings("", folder.resolve("missing")).masterKeys())
                .hasMessageContaining("cannot be read");
    }

    private SealedText seal(Kind kind, String text) {
        return sealer.seal(kind, text).orElseThrow();
    }

    private static ObjectNode fact(String json) {
        return (ObjectNode) EventJson.MAPPER.readTree(json);
    }

    @Test
    void opensWhatAnOlderKeySealedAndFindsItStill() {
        byte[] newest = new byte[32];
        newest[0] = 1;
        var after = new PersonalDataSealer(PersonalKeys.of(List.of(newest, new byte[32])));
        SealedText old = sealer.seal(Kind.PHONE, "13800138000").orElseThrow();

        SealedText anew = after.sealAnew(old);

        assertThat(after.unseal(old)).isEqualTo("13800138000");
        assertThat(after.unseal(anew)).isEqualTo("13800138000");
        assertThat(anew.hash()).isEqualTo(old.hash());
        assertThat(after.hash(Kind.PHONE, "13800138000")).contains(old.hash());
        assertThat(after.isCurrent(old)).isFalse();
        assertThat(after.isCurrent(anew)).isTrue();
        assertThat(after.sealAnew(anew)).isEqualTo(anew);
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.unseal(anew));
    }

    @Test
    void opensASecretOnlyInItsPlace() {
        byte[] newest = new byte[32];
        newest[0] = 1;
        var box = SecretBox.under(List.of(new byte[32]));
        var after = SecretBox.under(List.of(newest, new byte[32]));
        String sealed = box.seal("signing-key/1", "the secret");

        assertThat(sealed).doesNotContain("secret");
        assertThat(box.open("signing-key/1", sealed)).isEqualTo("the secret");
        assertThat(after.open("signing-key/1", sealed)).isEqualTo("the secret");
        assertThatIllegalArgumentException().isThrownBy(() -> box.open("signing-key/2", sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> box.open("signing-key/1", sealed + "A"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> box.open("signing-key/1", after.seal("signing-key/1", "x")));
    }

    @Test
    void readsSeveralMasterKeysTheNewestFirst() {
        byte[] one = new byte[32];
        one[0] = 1;
        String two = Base64.getEncoder().encodeToString(one) + "\n"
                + Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(new PersonalSettings(two, null).masterKeys()).containsExactly(one, new byte[32]);
    }
}
