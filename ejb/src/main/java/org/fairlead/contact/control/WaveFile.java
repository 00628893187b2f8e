package org.fairlead.contact.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Telephone speech as a file that every browser plays: 16-bit samples, for mu-law in a WAV file is not for all of them. */
public final class WaveFile {

    private static final int HEADER = 44;
    private static final int RATE = 8000;
    private static final int SAMPLE = 2;
    private static final int BIAS = 0x84;

    private WaveFile() {}

    /** @param audio G.711 mu-law, 8,000 samples a second */
    public static byte[] ofMuLaw(byte[] audio) {
        int length = audio.length * SAMPLE;
        ByteBuffer file = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(text("RIFF")).putInt(HEADER - 8 + length).put(text("WAVE"));
        file.put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(RATE).putInt(RATE * SAMPLE).putShort((short) SAMPLE).putShort((short) (8 * SAMPLE));
        file.put(text("data")).putInt(length);
        for (byte coded : audio) {
            file.putShort(sample(coded));
        }
        return file.array();
    }

    private static short sample(byte coded) {
        int bits = ~coded & 0xFF;
        int exponent = (bits >> 4) & 0x07;
        int size = ((((bits & 0x0F) << 3) + BIAS) << exponent) - BIAS;
        return (short) ((bits & 0x80) == 0 ? size : -size);
    }

    private static byte[] text(String four) {
        return four.getBytes(StandardCharsets.US_ASCII);
    }
}
