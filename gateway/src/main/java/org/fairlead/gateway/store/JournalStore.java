package org.fairlead.gateway.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.core.journal.PreparedTransactionInfo;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.jms.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The store as a journal of Artemis, the same that keeps a broker's messages: records are appended, deleted by a record
 * more, and files that hold little that counts are compacted. Writes are not buffered in this process.
 */
public final class JournalStore implements SiteStore {

    private static final Log LOG = Log.of(JournalStore.class);
    private static final int FILE_BYTES = 1 << 20;
    private static final int MIN_FILES = 2;
    private static final int POOL_FILES = 10;
    private static final int COMPACT_FROM_FILES = 10;
    private static final int COMPACT_PERCENT = 30;
    private static final int ONE_WRITER = 1;
    private static final int ID_BYTES = 16;
    private static final long NOWHERE = -1;

    private static final byte EVENT = 1;
    private static final byte COMMAND = 2;
    private static final byte CALL = 3;
    private static final byte FENCE = 4;
    private static final byte RUN = 5;
    /** A place is the run that took it, and a number below this many bits. */
    private static final int RUN_SHIFT = 40;

    private final String gateway;
    private final FileChannel lock;
    private final JournalImpl journal;
    private final AtomicLong places = new AtomicLong();
    private final Map<UUID, Long> commands = new HashMap<>();
    private final Map<UUID, Long> calls = new HashMap<>();
    private final Left left;
    private @Nullable Long fence;

    /** Opens the store in this folder, which is one gateway's alone. */
    public JournalStore(Path folder) throws IOException {
        gateway = String.valueOf(folder.getFileName());
        Files.createDirectories(folder);
        lock = locked(folder);
        journal = new JournalImpl(
                FILE_BYTES,
                MIN_FILES,
                POOL_FILES,
                COMPACT_FROM_FILES,
                COMPACT_PERCENT,
                new NIOSequentialFileFactory(folder.toFile(), false, ONE_WRITER),
                "site",
                "journal",
                ONE_WRITER);
        left = load(folder);
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException(folder + " is used by this very process", e);
        }
        channel.close();
        throw new IOException(folder + " is used by another gateway");
    }

    private Left load(Path folder) throws IOException {
        List<RecordInfo> records = new ArrayList<>();
        List<PreparedTransactionInfo> prepared = new ArrayList<>();
        try {
            journal.start();
            journal.load(records, prepared, null, false);
        } catch (Exception e) {
            throw new IOException("the store in " + folder + " cannot be read", e);
        }
        records.sort(Comparator.comparingLong(record -> record.id));
        List<KeptEvent> events = new ArrayList<>();
        Map<UUID, SeenCommand> seen = new HashMap<>();
        Map<UUID, KeptCall> live = new HashMap<>();
        long highest = Long.MIN_VALUE;
        List<Long> before = new ArrayList<>();
        for (RecordInfo record : records) {
            places.accumulateAndGet(record.id, Math::max);
            ByteBuffer body = ByteBuffer.wrap(record.data);
            switch (record.userRecordType) {
                case EVENT -> events.add(new KeptEvent(record.id, event(record.data)));
                case COMMAND -> {
                    UUID id = id(body);
                    commands.put(id, record.id);
                    seen.put(id, new SeenCommand(id, Instant.ofEpochMilli(body.getLong())));
                }
                case CALL -> {
                    UUID call = id(body);
                    calls.put(call, record.id);
                    live.put(call, new KeptCall(call, body.getInt(), body.get() != 0));
                }
                case FENCE -> {
                    fence = record.id;
                    highest = Math.max(highest, body.getLong());
                }
                case RUN -> before.add(record.id);
                default -> throw new IllegalStateException("a record of kind " + record.userRecordType);
            }
        }
        beginRun(before);
        return new Left(List.copyOf(events), List.copyOf(seen.values()), List.copyOf(live.values()), highest);
    }

    /**
     * A place is never taken twice, not by a later process either: the journal remembers what was deleted by its place,
     * over restarts too, and a record that comes to the same place would be gone at the next one.
     */
    private void beginRun(List<Long> before) {
        long run = (places.get() >> RUN_SHIFT) + 1;
        places.set(run << RUN_SHIFT);
        if (tries(() -> journal.appendAddRecord(places.get(), RUN, new byte[0], true))) {
            before.forEach(this::delete);
        }
    }

    @Override
    public Left left() {
        return left;
    }

    @Override
    public synchronized KeptEvent keep(GatewayEvent event) {
        long place = places.incrementAndGet();
        boolean kept = tries(
                () -> journal.appendAddRecord(place, EVENT, Wire.write(event).getBytes(StandardCharsets.UTF_8), false));
        return new KeptEvent(kept ? place : NOWHERE, event);
    }

    @Override
    public synchronized void sent(List<KeptEvent> events) {
        for (KeptEvent event : events) {
            if (event.place() != NOWHERE) {
                delete(event.place());
            }
        }
    }

    @Override
    public synchronized void carriesOut(SeenCommand command, boolean certain) {
        long place = places.incrementAndGet();
        ByteBuffer body = ByteBuffer.allocate(ID_BYTES + Long.BYTES);
        put(body, command.id()).putLong(command.until().toEpochMilli());
        boolean kept = tries(() -> journal.appendAddRecord(place, COMMAND, body.array(), certain));
        if (kept) {
            commands.put(command.id(), place);
        } else if (certain) {
            throw new StoreBroken("the store cannot be written");
        }
    }

    @Override
    public synchronized void forget(UUID command) {
        Long place = commands.remove(command);
        if (place != null) {
            delete(place);
        }
    }

    @Override
    public synchronized void fence(long highest) {
        Long old = fence;
        long place = places.incrementAndGet();
        byte[] body = ByteBuffer.allocate(Long.BYTES).putLong(highest).array();
        if (tries(() -> journal.appendAddRecord(place, FENCE, body, true))) {
            fence = place;
            if (old != null) {
                delete(old);
            }
        }
    }

    @Override
    public synchronized void lives(KeptCall call) {
        Long old = calls.get(call.call());
        long place = places.incrementAndGet();
        ByteBuffer body = ByteBuffer.allocate(ID_BYTES + Integer.BYTES + 1);
        put(body, call.call()).putInt(call.ceiling()).put((byte) (call.answered() ? 1 : 0));
        if (tries(() -> journal.appendAddRecord(place, CALL, body.array(), false))) {
            calls.put(call.call(), place);
            if (old != null) {
                delete(old);
            }
        }
    }

    @Override
    public synchronized void ended(UUID call) {
        Long place = calls.remove(call);
        if (place != null) {
            delete(place);
        }
    }

    @Override
    public synchronized void close() {
        try {
            journal.stop();
            lock.close();
        } catch (IOException | RuntimeException e) {
            LOG.say(LogMessage.STORE_BROKEN, e, "gateway", gateway);
        }
    }

    private void delete(long place) {
        tries(() -> journal.appendDeleteRecord(place, false));
    }

    /** A write to the journal. */
    private interface Write {
        void run() throws Exception;
    }

    /** Whether it could be written; a store that cannot is told each time. */
    private boolean tries(Write write) {
        try {
            write.run();
            return true;
        } catch (Exception e) {
            LOG.say(LogMessage.STORE_BROKEN, e, "gateway", gateway);
            return false;
        }
    }

    private static ByteBuffer put(ByteBuffer body, UUID id) {
        return body.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer body) {
        return new UUID(body.getLong(), body.getLong());
    }

    private static GatewayEvent event(byte[] text) {
        try {
            return Wire.readEvent(new String(text, StandardCharsets.UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException("the store holds an event that cannot be read", e);
        }
    }
}
