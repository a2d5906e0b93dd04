package io.dianmai.kit.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ByteSealerTests {
    private static final byte[] CLEAR = "王小明 13800000017".getBytes(UTF_8);

    private final ByteSealer sealer = new ByteSealer(PersonalKeys.of(new byte[32]));

    @Test
    void opensWhatItSealed() {
        byte[] sealed = sealer.seal("chunk/1", CLEAR);

        assertThat(sealer.open("chunk/1", sealed)).isEqualTo(CLEAR);
        assertThat(new String(sealed, UTF_8)).doesNotContain("13800000017", "王小明");
        assertThat(sealer.seal("chunk/1", CLEAR)).isNotEqualTo(sealed);
    }

    @Test
    void opensForTheSamePurposeOnly() {
        byte[] sealed = sealer.seal("chunk/1", CLEAR);

        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("chunk/2", sealed));
    }

    @Test
    void opensNothingThatWasChangedCutOffOrSealedWithAnotherKey() {
        byte[] sealed = sealer.seal("chunk/1", CLEAR);
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("chunk/1", changed));
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("chunk/1", new byte[] {4, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("chunk/1", new byte[] {-1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("chunk/1", new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByteSealer(PersonalKeys.of(otherKey)).open("chunk/1", sealed));
    }
}
