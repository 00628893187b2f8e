package org.fairlead.compliance.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Registers.Fault;
import org.fairlead.compliance.Registers.File;
import org.fairlead.compliance.Registers.Kind;
import org.fairlead.compliance.entity.RegisterFile;
import org.fairlead.compliance.entity.RegisterFile.Row;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Reads one file of a register in the caller's transaction: all of it counts, or nothing. */
public final class TakeInRegister {

    private static final int BATCH = 10_000;
    private static final int MOST_FAULTS = 1_000;
    private static final int SHOWN = 100;

    /** With more bad lines than this share the file is not what it says it is. */
    private static final int BAD_PERCENT = 1;

    private static final int SIGNS = 4;

    private final File file;
    private final Instant now;
    private final RegisterBook book;
    private final List<Fault> faults = new ArrayList<>();
    private int read;
    private int bad;
    private int loaded;

    public TakeInRegister(Connection c, ClientId client, File file, Instant now) {
        this.file = file;
        this.now = now;
        this.book = new RegisterBook(c, client);
    }

    /** @return what became of it */
    public RegisterBook.Taken take(InputStream content) {
        Path spool = null;
        try {
            spool = Files.createTempFile("fairlead-register", ".txt");
            String sha256 = spool(content, spool);
            return taken(sha256, reason(spool, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(spool);
        }
    }

    private RegisterBook.Taken taken(String sha256, @Nullable String reason) {
        return new RegisterBook.Taken(sha256, reason, read, reason == null ? loaded : 0, bad, List.copyOf(faults));
    }

    private static String spool(InputStream content, Path spool) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(spool), digest)) {
                content.transferTo(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return why it is refused, null when it is in force */
    private @Nullable String reason(Path spool, String sha256) throws IOException {
        String beforehand = beforehand(spool, sha256);
        if (beforehand != null) {
            return beforehand;
        }
        UUID generation = Ids.next();
        try {
            return read(spool, generation);
        } catch (Unfit unfit) {
            book.forget(generation);
            return unfit.reason;
        }
    }

    private @Nullable String beforehand(Path spool, String sha256) throws IOException {
        LocalDate dated = file.listDate();
        Optional<LocalDate> before = book.dateOf(file.register());
        if (dated == null) {
            return "date";
        }
        if (dated.isAfter(now.atOffset(ZoneOffset.ofHours(14)).toLocalDate())) {
            return "date.future";
        }
        if (before.isPresent() && dated.isBefore(before.get())) {
            return "date.older";
        }
        if (file.sha256() != null
                && !file.sha256().isBlank()
                && !file.sha256().strip().toLowerCase(Locale.ROOT).equals(sha256)) {
            return "hash";
        }
        if (Files.size(spool) == 0) {
            return "empty";
        }
        return file.kind() == Kind.DELTA && before.isEmpty() ? "delta.alone" : null;
    }

    private @Nullable String read(Path spool, UUID generation) throws IOException {
        UUID target = file.kind() == Kind.FULL
                ? generation
                : book.generationOf(file.register()).orElseThrow();
        if (file.kind() == Kind.DELTA) {
            check(spool);
            if (tooBad()) {
                return read == 0 ? "empty" : "rows";
            }
            restart();
        }
        write(spool, target);
        if (read == 0) {
            throw new Unfit("empty");
        }
        if (tooBad()) {
            throw new Unfit("rows");
        }
        book.turn(file.register(), file.listDate(), target, now);
        return null;
    }

    private void restart() {
        read = 0;
        bad = 0;
        faults.clear();
    }

    private boolean tooBad() {
        return read == 0 || (long) bad * 100 > (long) read * BAD_PERCENT;
    }

    /** A delta is read through before it changes anything. */
    private void check(Path spool) throws IOException {
        try (BufferedReader lines = open(spool)) {
            RegisterFile rows = new RegisterFile(lines, file.country());
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                note(row.get());
            }
        } catch (UncheckedIOException e) {
            throw unfit(e);
        }
    }

    private void write(Path spool, UUID target) throws IOException {
        List<String> added = new ArrayList<>(BATCH);
        List<String> deleted = new ArrayList<>();
        try (BufferedReader lines = open(spool)) {
            RegisterFile rows = new RegisterFile(lines, file.country());
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                note(row.get());
                boolean gone = file.kind() == Kind.DELTA && row.get().deleted();
                row.get().number().ifPresent((gone ? deleted : added)::add);
                if (added.size() == BATCH || deleted.size() == BATCH) {
                    flush(target, added, deleted);
                }
            }
            flush(target, added, deleted);
        } catch (UncheckedIOException e) {
            throw unfit(e);
        }
    }

    private void flush(UUID target, List<String> added, List<String> deleted) {
        loaded += added.size() + deleted.size();
        book.add(target, added);
        book.remove(target, deleted);
        added.clear();
        deleted.clear();
    }

    private void note(Row row) {
        read++;
        if (row.number().isEmpty()) {
            bad++;
            if (faults.size() < MOST_FAULTS) {
                String shown = row.written().replace('\0', ' ');
                faults.add(new Fault(row.line(), "number", shown.substring(0, Math.min(SHOWN, shown.length()))));
            }
        }
    }

    private static Unfit unfit(UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return new Unfit("encoding");
        }
        throw e;
    }

    /** What was read so far is forgotten; the list before it stays in force. */
    private static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** The rest of a key of the bundles, {@code refused.register.}. */
        private final String reason;

        Unfit(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** UTF-8, or UTF-16 with its mark; whatever else it is, it is not guessed. */
    private static BufferedReader open(Path spool) throws IOException {
        byte[] first = new byte[SIGNS];
        int there;
        try (InputStream start = Files.newInputStream(spool)) {
            there = start.readNBytes(first, 0, SIGNS);
        }
        boolean little = there > 1 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE;
        boolean big = there > 1 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF;
        Charset charset = little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        boolean marked = little || big || (there > 2 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB);
        InputStream content = Files.newInputStream(spool);
        content.skipNBytes(marked ? (little || big ? 2 : 3) : 0);
        return new BufferedReader(new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static void delete(@Nullable Path spool) {
        try {
            if (spool != null) {
                Files.deleteIfExists(spool);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
