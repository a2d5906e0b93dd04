package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInsTests {
    @TempDir
    Path folder;

    @Test
    void readsPeopleAndStoreSystemsAndIgnoresWhatIsNew() throws IOException {
        Path file = Files.writeString(folder.resolve("sign-ins.json"), """
                {"people":[{"username":"hq","password":"p","name":"王","role":"GROUP_HQ","since":1},
                           {"username":"hq2","password":"p","name":"李","role":"GROUP_HQ"}],
                 "clients":[{"clientId":"sh01","secret":"s","storeId":"SH01"}]}
                """);

        SignIns signIns = SignIns.read(file).orElseThrow();

        assertThat(signIns.onePerRole()).extracting(SignIns.Person::username).containsExactly("hq");
        assertThat(signIns.client("sh01"))
                .get()
                .extracting(SignIns.Client::storeId)
                .isEqualTo("SH01");
        assertThat(signIns.person("sh01")).isEmpty();
        assertThat(signIns.names()).containsExactly("hq", "hq2", "sh01");
    }

    @Test
    void isEmptyBeforeTheSampleGroupWasFed() {
        assertThat(SignIns.read(folder.resolve("none.json"))).isEmpty();
    }

    @Test
    void saysWhenTheFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("sign-ins.json"), "{");

        assertThatThrownBy(() -> SignIns.read(file)).hasMessageContaining("cannot be read");
    }
}
