package org.fairlead.launcher.telephony;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Music for who waits, made here, so that nobody owns it: slow broken chords of plain tones. */
final class Music {

    private static final double[][] CHORDS = {
        {261.63, 329.63, 392.00, 523.25}, {220.00, 261.63, 329.63, 440.00},
        {174.61, 220.00, 261.63, 349.23}, {196.00, 246.94, 293.66, 392.00}
    };
    private static final double NOTE_SECONDS = 0.5;
    private static final double LOUDNESS = 5000;
    private static final double FADING = 3.0;
    private static final double TONE_HERTZ = 880;
    private static final double TONE_SECONDS = 0.3;

    private Music() {}

    static void write(Path file, AudioFormat format) throws IOException {
        int rate = (int) format.getSampleRate();
        int note = (int) (NOTE_SECONDS * rate);
        ByteBuffer sound = ByteBuffer.allocate(CHORDS.length * 8 * note * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] chord : CHORDS) {
            for (int i = 0; i < 8; i++) {
                double tone = chord[i < 4 ? i : 7 - i];
                for (int n = 0; n < note; n++) {
                    double time = (double) n / rate;
                    double swell = Math.min(1, time * 40) * Math.exp(-FADING * time);
                    sound.putShort((short) (LOUDNESS * swell * Math.sin(2 * Math.PI * tone * time)));
                }
            }
        }
        write(file, format, sound.array(), sound.position() / 2);
    }

    /** After which a caller speaks, or before which an agent is with a customer. */
    static void tone(Path file, AudioFormat format) throws IOException {
        int samples = (int) (TONE_SECONDS * format.getSampleRate());
        ByteBuffer sound = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < samples; n++) {
            double time = n / format.getSampleRate();
            double swell = Math.min(1, Math.min(time, TONE_SECONDS - time) * 100);
            sound.putShort((short) (2 * LOUDNESS * swell * Math.sin(2 * Math.PI * TONE_HERTZ * time)));
        }
        write(file, format, sound.array(), samples);
    }

    private static void write(Path file, AudioFormat format, byte[] sound, int samples) throws IOException {
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(sound), format, samples)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
