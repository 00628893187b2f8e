package org.fairlead.gateway.simulator;

import java.time.Duration;

/** What a simulated customer says into a voicemail: a tone that rises and falls like a sentence, in G.711 mu-law. */
final class SimulatedVoice {

    /** Longer messages are nobody's. */
    static final Duration SPEAKS = Duration.ofSeconds(5);

    private static final int RATE = 8000;
    private static final int BIAS = 0x84;
    private static final int LOUDEST = 32_635;
    private static final double LOUDNESS = 9000;

    private SimulatedVoice() {}

    static byte[] of(Duration length) {
        long millis = Math.min(SPEAKS.toMillis(), Math.max(0, length.toMillis()));
        byte[] audio = new byte[(int) (millis * RATE / 1000)];
        double phase = 0;
        for (int n = 0; n < audio.length; n++) {
            double time = (double) n / RATE;
            phase += 2 * Math.PI * (180 + 60 * Math.sin(2 * Math.PI * 1.3 * time)) / RATE;
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 3.1 * time));
            audio[n] = muLaw((int) (LOUDNESS * syllable * Math.sin(phase)));
        }
        return audio;
    }

    static byte muLaw(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int biased = Math.min(LOUDEST, Math.abs(sample)) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(biased) - 7;
        int mantissa = (biased >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }
}
