package org.fairlead.gateway.asterisk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;

/**
 * The sound files of a site. A prompt is {@code LANGUAGE/NAME.wav}; where a language lacks it, English stands in. What
 * an agent hears before a call, and a campaign's own text, is spoken when it is first needed, and kept.
 */
final class Sounds {

    private static final Log LOG = Log.of(Sounds.class);
    private static final AudioFormat TELEPHONE = new AudioFormat(8000, 16, 1, true, false);
    private static final int SPEAK_SECONDS = 5;

    /** The synthesiser's voices, where they are not called as the language is. */
    private static final Map<String, String> VOICES = Map.of("en", "en-gb");

    private final Path folder;
    private final List<String> speech;

    Sounds(Path folder, List<String> speech) {
        this.folder = folder;
        this.speech = speech;
    }

    /** What is to be played; a name may end with its language. */
    String prompt(String name, String language) {
        String ending = "." + language;
        String plain = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        for (Path place : List.of(folder.resolve(language), folder.resolve("en"))) {
            for (String each : List.of(name, plain)) {
                if (Files.exists(place.resolve(each + ".wav"))) {
                    return media(place.resolve(each));
                }
            }
        }
        // A site may keep its prompts where only its engine sees them.
        if (Files.isDirectory(folder)) {
            LOG.say(LogMessage.PROMPT_MISSING, "prompt", name, "language", language);
        }
        return media(folder.resolve(language).resolve(plain));
    }

    /** A text, if it can be spoken; this may take a moment and is not for the timeline. */
    Optional<String> spoken(String text, String language) {
        String name = UUID.nameUUIDFromBytes((language + "\n" + text).getBytes(StandardCharsets.UTF_8))
                .toString();
        Path file = folder.resolve("whisper").resolve(name + ".wav");
        if (!Files.exists(file)) {
            if (speech.isEmpty()) {
                return Optional.empty();
            }
            try {
                Files.createDirectories(folder.resolve("whisper"));
                speak(text, language, file);
            } catch (IOException e) {
                LOG.say(LogMessage.WHISPER_FAILED, "text", text, "reason", String.valueOf(e.getMessage()));
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.of(media(folder.resolve("whisper").resolve(name)));
    }

    private static String media(Path file) {
        return "sound:" + file;
    }

    private void speak(String text, String language, Path file) throws IOException, InterruptedException {
        Path raw = Files.createTempFile(folder.resolve("whisper"), "raw", ".wav");
        List<String> command = new ArrayList<>();
        speech.forEach(word -> command.add(
                word.replace("{file}", raw.toString()).replace("{voice}", VOICES.getOrDefault(language, language))));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream words = process.getOutputStream()) {
            words.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(SPEAK_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the synthesiser failed");
        }
        Path half = Files.createTempFile(folder.resolve("whisper"), "half", ".wav");
        try (AudioInputStream spoken = AudioSystem.getAudioInputStream(raw.toFile());
                AudioInputStream heard = AudioSystem.getAudioInputStream(TELEPHONE, spoken)) {
            AudioSystem.write(heard, AudioFileFormat.Type.WAVE, half.toFile());
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("the synthesiser made no sound file", e);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(raw);
    }
}
