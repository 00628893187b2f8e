package org.fairlead.launcher.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * What a caller hears, as sound files: {@code LANGUAGE/PROMPT.wav}. A file that is there is taken as it is, so that a
 * recorded voice replaces a made one; what is missing is spoken by the synthesiser.
 */
public final class Prompts {

    /** Languages with the synthesiser's voices for them. */
    private static final List<List<String>> VOICES =
            List.of(List.of("en", "en-gb"), List.of("it", "it"), List.of("ru", "ru"), List.of("tr", "tr"));

    private static final AudioFormat TELEPHONE = new AudioFormat(8000, 16, 1, true, false);
    private static final String TEXTS = "/org/fairlead/i18n/prompts_%s.properties";
    private static final String AREA = "prompts.";
    private static final int SPEAK_SECONDS = 30;

    private final TelephonyPrograms programs;
    private final Path folder;

    public Prompts(TelephonyPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Makes what is missing; music too. */
    public void make() throws IOException, InterruptedException {
        for (List<String> voice : VOICES) {
            Path language = Files.createDirectories(folder.resolve(voice.get(0)));
            Properties texts = texts(voice.get(0));
            for (String key : texts.stringPropertyNames()) {
                Path file = language.resolve(key.substring(AREA.length()) + ".wav");
                if (!Files.exists(file)) {
                    speak(voice.get(1), texts.getProperty(key), file);
                }
            }
        }
        Path tone = folder.resolve("en").resolve("beep.wav");
        if (!Files.exists(tone)) {
            Music.tone(tone, TELEPHONE);
        }
        Path music = Files.createDirectories(folder.resolve("music")).resolve("calm.wav");
        if (!Files.exists(music)) {
            Music.write(music, TELEPHONE);
        }
    }

    /** Where they lie, a folder for each language; a tone is of no language, and lies with the words that stand in. */
    public Path folder() {
        return folder;
    }

    public Path music() {
        return folder.resolve("music");
    }

    /** What callers hear when no gateway is there: every language of the house, one after another. */
    public String unavailable() {
        return String.join(
                "&",
                VOICES.stream()
                        .map(voice -> folder.resolve(voice.get(0))
                                .resolve("unavailable")
                                .toString())
                        .toList());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = Prompts.class.getResourceAsStream(TEXTS.formatted(language))) {
            if (file == null) {
                throw new IOException("no prompts for " + language);
            }
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            texts.load(reader);
        }
        return texts;
    }

    private void speak(String voice, String text, Path file) throws IOException, InterruptedException {
        Path raw = file.resolveSibling(file.getFileName() + ".raw");
        Process process = new ProcessBuilder(programs.speak(voice, raw))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream words = process.getOutputStream()) {
            words.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(SPEAK_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the synthesiser cannot speak " + file.getFileName());
        }
        toTelephone(raw, file);
        Files.delete(raw);
    }

    /** Telephones hear 8,000 samples a second. */
    static void toTelephone(Path raw, Path file) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try (AudioInputStream spoken = AudioSystem.getAudioInputStream(raw.toFile());
                AudioInputStream heard = AudioSystem.getAudioInputStream(TELEPHONE, spoken)) {
            AudioSystem.write(heard, AudioFileFormat.Type.WAVE, half.toFile());
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("no sound in " + raw, e);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
