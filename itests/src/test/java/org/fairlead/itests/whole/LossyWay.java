package org.fairlead.itests.whole;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bad network between a browser and the engine: voice goes by two ports of this process, which loses some of it and
 * keeps the rest for a while, each packet for another. What is said over the WebSocket passes by here too, and tells
 * either side that the other one is at these ports and nowhere else.
 */
final class LossyWay implements AutoCloseable {

    private static final String HERE = "127.0.0.1";
    private static final Pattern CANDIDATE =
            Pattern.compile("a=candidate:\\S+ 1 (?:UDP|udp) \\d+ (127\\.\\S+) (\\d+) typ host.*");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *\\d+");
    private static final String BODY = "\r\n\r\n";
    private static final int LARGEST = 2_048;

    private final double lost;
    private final Duration delay;
    private final Duration wander;
    private final Random random = new Random(7);
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lossy-way");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger voice = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final List<DatagramChannel> ports = new ArrayList<>();

    /**
     * How bad it is.
     *
     * @param lost which share of the voice is lost, each way
     * @param delay for which everything is kept, each way
     * @param wander for which voice is kept longer at most
     */
    LossyWay(double lost, Duration delay, Duration wander) {
        this.lost = lost;
        this.delay = delay;
        this.wander = wander;
    }

    /** From the next load of the page on its calls come and go by here. */
    void between(Page page) {
        page.routeWebSocket(Pattern.compile("wss?://.*/ws"), browser -> {
            WebSocketRoute engine = browser.connectToServer();
            Pair[] pair = new Pair[1];
            engine.onMessage(frame -> {
                String text = frame.text();
                if (text.startsWith("INVITE ") && text.contains("a=candidate:")) {
                    pair[0] = new Pair();
                    pair[0].engine = addressIn(text);
                    browser.send(moved(text, pair[0].towardsBrowser));
                } else {
                    browser.send(text);
                }
            });
            browser.onMessage(frame -> {
                String text = frame.text();
                Pair way = pair[0];
                engine.send(
                        way != null && text.startsWith("SIP/2.0 200") && text.contains("a=candidate:")
                                ? moved(text, way.towardsEngine)
                                : text);
            });
        });
    }

    /** The share of voice that was lost here. */
    double lostShare() {
        return (double) dropped.get() / Math.max(1, voice.get());
    }

    private static @Nullable InetSocketAddress addressIn(String message) {
        Matcher candidate = CANDIDATE.matcher(message);
        return candidate.find()
                ? new InetSocketAddress(candidate.group(1), Integer.parseInt(candidate.group(2)))
                : null;
    }

    /** The same message with one candidate, which is this port. */
    private static String moved(String message, DatagramChannel port) {
        int cut = message.indexOf(BODY) + BODY.length();
        String head = message.substring(0, cut);
        StringBuilder body = new StringBuilder();
        boolean told = false;
        for (String line : message.substring(cut).split("\r\n", -1)) {
            if (!line.startsWith("a=candidate:")) {
                body.append(line).append("\r\n");
            } else if (!told) {
                told = true;
                body.append("a=candidate:1 1 udp 2130706431 ")
                        .append(HERE)
                        .append(' ')
                        .append(port.socket().getLocalPort())
                        .append(" typ host\r\n");
            }
        }
        String whole = body.substring(0, body.length() - 2);
        int length = whole.getBytes(StandardCharsets.UTF_8).length;
        return LENGTH.matcher(head).replaceFirst("Content-Length: " + length) + whole;
    }

    /** Two ports: at the one the browser finds the engine, at the other the engine finds the browser. */
    private final class Pair {
        private final DatagramChannel towardsBrowser = port();
        private final DatagramChannel towardsEngine = port();
        private volatile @Nullable SocketAddress engine;
        private volatile @Nullable SocketAddress browser;

        Pair() {
            carry(
                    towardsBrowser,
                    from -> {
                        browser = from;
                        return engine;
                    },
                    towardsEngine);
            carry(towardsEngine, from -> browser, towardsBrowser);
        }
    }

    private interface Way {
        /** Where what came from there goes on to; null while nobody is known. */
        @Nullable
        SocketAddress of(SocketAddress from);
    }

    private DatagramChannel port() {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getByName(HERE), 0));
            ports.add(channel);
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void carry(DatagramChannel in, Way way, DatagramChannel out) {
        Thread thread = new Thread(() -> carryOn(in, way, out), "lossy-way-in");
        thread.setDaemon(true);
        thread.start();
    }

    private void carryOn(DatagramChannel in, Way way, DatagramChannel out) {
        ByteBuffer packet = ByteBuffer.allocate(LARGEST);
        try {
            while (true) {
                packet.clear();
                SocketAddress to = way.of(in.receive(packet));
                packet.flip();
                boolean speech = isVoice(packet);
                if (speech) {
                    voice.incrementAndGet();
                    if (random.nextDouble() < lost) {
                        dropped.incrementAndGet();
                        continue;
                    }
                }
                if (to != null) {
                    byte[] kept = new byte[packet.remaining()];
                    packet.get(kept);
                    later.schedule(() -> send(out, kept, to), held(speech), TimeUnit.MICROSECONDS);
                }
            }
        } catch (IOException closed) {
            // the call's network is over
        }
    }

    private long held(boolean speech) {
        long micros = delay.toNanos() / 1_000;
        return speech ? micros + (long) (random.nextDouble() * wander.toNanos() / 1_000) : micros;
    }

    /** As RFC 7983 tells protocols apart, without RTCP, whose packet types are 64 to 95 here. */
    private static boolean isVoice(ByteBuffer packet) {
        int first = packet.get(0) & 0xff;
        int type = packet.get(1) & 0x7f;
        return packet.remaining() > 12 && first >= 128 && first < 192 && (type < 64 || type > 95);
    }

    private static void send(DatagramChannel out, byte[] packet, SocketAddress to) {
        try {
            out.send(ByteBuffer.wrap(packet), to);
        } catch (IOException closed) {
            // the call's network is over
        }
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel each : ports) {
            each.close();
        }
        later.shutdownNow();
    }
}
