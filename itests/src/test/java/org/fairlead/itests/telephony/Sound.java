package org.fairlead.itests.telephony;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound in files, and how loud it is. */
public final class Sound {

    private static final float RATE = 8000;
    /** The amplitude from which on a tone is heard; one that is played has some thousands. */
    private static final double TONE = 300;

    private static final AudioFormat LINEAR = new AudioFormat(RATE, 16, 1, true, false);
    private static final AudioFormat ALAW = new AudioFormat(AudioFormat.Encoding.ALAW, RATE, 8, 1, 1, RATE, false);

    private Sound() {}

    /** The samples of a sound file. */
    public static short[] samples(Path wave) throws IOException {
        return samples(Files.readAllBytes(wave));
    }

    /** The samples of a sound file's content. */
    public static short[] samples(byte[] wave) throws IOException {
        try (AudioInputStream source = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave));
                AudioInputStream stream = AudioSystem.getAudioInputStream(LINEAR, source)) {
            ByteBuffer heard = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[heard.remaining() / 2];
            heard.asShortBuffer().get(samples);
            return samples;
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("no sound in it", e);
        }
    }

    /** The share of tenths of a second in which somebody is heard. */
    public static double heard(short[] samples, double fromSeconds, double toSeconds) {
        int step = (int) (RATE / 10);
        int loud = 0;
        int all = 0;
        int end = Math.min(samples.length, (int) (toSeconds * RATE));
        for (int at = (int) (fromSeconds * RATE); at + step <= end; at += step) {
            double sum = 0;
            for (int i = at; i < at + step; i++) {
                sum += (double) samples[i] * samples[i];
            }
            all++;
            loud += Math.sqrt(sum / step) > 300 ? 1 : 0;
        }
        return all == 0 ? 0 : (double) loud / all;
    }

    /** The share of tenths of a second in which a tone of this pitch is heard. */
    static double tone(short[] samples, int hertz, double fromSeconds, double toSeconds) {
        int step = (int) (RATE / 10);
        int heard = 0;
        int all = 0;
        int end = Math.min(samples.length, (int) (toSeconds * RATE));
        for (int at = Math.max(0, (int) (fromSeconds * RATE)); at + step <= end; at += step) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < step; i++) {
                double angle = 2 * Math.PI * hertz * i / RATE;
                cosine += samples[at + i] * Math.cos(angle);
                sine += samples[at + i] * Math.sin(angle);
            }
            all++;
            heard += 2 * Math.hypot(cosine, sine) / step > TONE ? 1 : 0;
        }
        return all == 0 ? 0 : (double) heard / all;
    }

    public static double seconds(short[] samples) {
        return samples.length / RATE;
    }

    /** The same sound as it goes over a line, without a head. */
    static void toLine(Path wave, Path file, double mostSeconds) throws IOException {
        try (InputStream source = Files.newInputStream(wave);
                AudioInputStream stream = AudioSystem.getAudioInputStream(new java.io.BufferedInputStream(source));
                AudioInputStream linear = AudioSystem.getAudioInputStream(LINEAR, stream);
                AudioInputStream line = AudioSystem.getAudioInputStream(ALAW, linear)) {
            Files.write(file, line.readNBytes((int) (mostSeconds * RATE)));
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("no sound in " + wave, e);
        }
    }
}
