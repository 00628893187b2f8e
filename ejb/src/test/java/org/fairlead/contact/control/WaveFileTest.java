package org.fairlead.contact.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** What was said is played as it was said. */
class WaveFileTest {

    @Test
    void isAFileOfSixteenBitSamplesWithWhatWasSaid() throws Exception {
        byte[] said = {(byte) 0xFF, 0x7F, (byte) 0x80, 0x00, (byte) 0xAF};

        try (AudioInputStream played =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(WaveFile.ofMuLaw(said)))) {
            byte[] samples = played.readAllBytes();

            assertThat(played.getFormat().getSampleRate()).isEqualTo(8000);
            assertThat(played.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(samples).hasSize(10);
            // silence twice, the loudest up, the loudest down, something between
            assertThat(sample(samples, 0)).isZero();
            assertThat(sample(samples, 1)).isZero();
            assertThat(sample(samples, 2)).isEqualTo(32_124);
            assertThat(sample(samples, 3)).isEqualTo(-32_124);
            assertThat(sample(samples, 4)).isBetween(1, 32_000);
        }
    }

    private static int sample(byte[] samples, int at) {
        return (short) ((samples[2 * at] & 0xFF) | (samples[2 * at + 1] << 8));
    }
}
