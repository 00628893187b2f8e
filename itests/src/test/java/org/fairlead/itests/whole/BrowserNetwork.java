package org.fairlead.itests.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The network of the browsers that this process started: Chromium has it in a process of its own, and while that one is
 * stopped nothing goes out and nothing comes in, neither requests nor voice. The pages themselves live on.
 */
final class BrowserNetwork implements AutoCloseable {

    private static final String MARK = "network.mojom.NetworkService";

    private final List<Long> processes;

    private BrowserNetwork(List<Long> processes) {
        this.processes = processes;
    }

    /** Takes it away until this is closed, from every browser of this process: which is whose cannot be told. */
    static BrowserNetwork away() throws IOException, InterruptedException {
        List<Long> processes = ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(BrowserNetwork::isNetwork)
                .toList();
        if (processes.isEmpty()) {
            throw new IllegalStateException("no browser with a network process was started here");
        }
        for (long each : processes) {
            signal("-STOP", each);
        }
        return new BrowserNetwork(processes);
    }

    private static boolean isNetwork(long process) {
        try {
            return Files.readString(Path.of("/proc/" + process + "/cmdline")).contains(MARK);
        } catch (IOException gone) {
            return false;
        }
    }

    private static void signal(String which, long process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", which, Long.toString(process)).start();
        if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IOException("kill " + which + " " + process + " failed");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (long each : processes) {
            signal("-CONT", each);
        }
    }
}
