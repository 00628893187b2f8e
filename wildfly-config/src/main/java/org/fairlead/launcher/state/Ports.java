package org.fairlead.launcher.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one stack, all counted from one base, so that several stacks can run on one machine. */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 8080;

    private static final int HIGHEST_OFFSET = 101;

    public Ports {
        if (base < 1024 || base + HIGHEST_OFFSET > 65535) {
            throw new IllegalArgumentException("port base out of range: " + base);
        }
    }

    /** Console, portal and API. */
    public int http() {
        return base;
    }

    /** The server's management: health and metrics. */
    public int management() {
        return base + 10;
    }

    /** The broker's acceptor for gateways. */
    public int broker() {
        return base + 20;
    }

    public int database() {
        return base + 30;
    }

    /** The simulator's control. */
    public int control() {
        return base + 40;
    }

    /** The payment sandbox, in the place of a provider. */
    public int payments() {
        return base + 50;
    }

    /** The sandbox for short messages. */
    public int messages() {
        return base + 51;
    }

    /** The sandbox for e-mails. */
    public int mail() {
        return base + 52;
    }

    /** Signalling of the sites' telephony, each on a loopback address of its own. */
    public int sip() {
        return base + 60;
    }

    /** Control of the sites' telephony, and the browsers' way to it. */
    public int ari() {
        return base + 61;
    }

    /** The browsers' encrypted way to the sites' telephony. */
    public int wss() {
        return base + 62;
    }

    public int signIn() {
        return base + 100;
    }

    public int signInManagement() {
        return base + 101;
    }

    /** Every port with what it is for. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("http", http());
        all.put("management", management());
        all.put("broker", broker());
        all.put("database", database());
        all.put("control", control());
        all.put("payments", payments());
        all.put("messages", messages());
        all.put("mail", mail());
        all.put("sign-in", signIn());
        all.put("sign-in-management", signInManagement());
        return all;
    }

    /** As {@link #requireFree(Reach)}, for this machine only. */
    public void requireFree() throws StartFailure {
        requireFree(Reach.LOOPBACK);
    }

    /** @throws StartFailure that names the first port that somebody else has */
    public void requireFree(Reach reach) throws StartFailure {
        for (Map.Entry<String, Integer> port : all().entrySet()) {
            boolean outside = port.getValue() == http() || port.getValue() == signIn();
            if (taken(outside ? reach.bind() : Reach.LOOPBACK_ADDRESS, port.getValue())) {
                throw new StartFailure(
                        Words.of("port.taken", port.getValue(), Words.of("port." + port.getKey())),
                        Words.of("port.taken.advice", base + 10_000 > 60_000 ? DEFAULT_BASE : base + 10_000));
            }
        }
    }

    static boolean taken(int port) {
        return taken(Reach.LOOPBACK_ADDRESS, port);
    }

    private static boolean taken(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
