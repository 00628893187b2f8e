package org.fairlead.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;

/** One stack a state folder: held by the launcher that runs it, released by the system when that launcher dies. */
final class RunLock implements AutoCloseable {

    private final FileChannel channel;
    private final StateFolder state;

    private RunLock(FileChannel channel, StateFolder state) {
        this.channel = channel;
        this.state = state;
    }

    static RunLock take(StateFolder state) throws IOException, StartFailure {
        Files.createDirectories(state.run());
        FileChannel channel =
                FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            String console =
                    RunFile.read(state).map(run -> run.urls().get("console")).orElse("");
            throw new StartFailure(Words.of("already.runs", console), Words.of("already.runs.advice"));
        }
        return new RunLock(channel, state);
    }

    /** Only who holds the lock knows that no launcher is left to end them. @return how many there were */
    int endLeftovers() throws IOException, InterruptedException {
        return Leftovers.end(state);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
