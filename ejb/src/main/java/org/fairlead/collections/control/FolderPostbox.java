package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.fairlead.collections.Postbox;

/** Puts each piece into a folder of the server, from which a printer's or a provider's own program takes it. */
@ApplicationScoped
@Typed(FolderPostbox.class)
public class FolderPostbox implements Postbox {

    private final Path folder;

    public FolderPostbox() {
        this(Path.of(
                System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir")), "fairlead-outbox"));
    }

    FolderPostbox(Path folder) {
        this.folder = folder;
    }

    /** A piece is whole when it has its name. */
    @Override
    public void post(Parcel parcel, byte[] content) {
        boolean letter = parcel.channel().equals("LETTER");
        Path way = folder.resolve(parcel.client().toString())
                .resolve(parcel.channel().toLowerCase(Locale.ROOT));
        try {
            Files.createDirectories(way);
            Path half = way.resolve(parcel.id() + ".part");
            Files.write(half, letter ? content : mail(parcel, content));
            Files.move(
                    half,
                    way.resolve(parcel.id() + (letter ? ".pdf" : ".txt")),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mail(Parcel parcel, byte[] content) {
        String from = parcel.sender() == null ? "" : "From: " + line(parcel.sender()) + "\n";
        String head = from + "To: %s\nSubject: %s\n\n".formatted(line(parcel.address()), line(parcel.subject()));
        return (head + new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** A header's line ends where it ends. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
