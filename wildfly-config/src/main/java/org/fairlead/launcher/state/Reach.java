package org.fairlead.launcher.state;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where browsers reach the console and the log-in. Everything else (database, broker, management, the simulator's
 * control) listens on the loopback address whatever is said here.
 *
 * @param bind the address that is listened on, {@code 0.0.0.0} for all of this machine
 * @param host the one under which links and the log-in name this machine
 */
public record Reach(String bind, String host) {

    public static final String LOOPBACK_ADDRESS = "127.0.0.1";

    /** This machine only. */
    public static final Reach LOOPBACK = new Reach(LOOPBACK_ADDRESS, LOOPBACK_ADDRESS);

    private static final String ALL = "0.0.0.0";

    /** @throws StartFailure if that is no IPv4 address, and no name of one, of this machine */
    public static Reach of(String asked) throws StartFailure {
        Inet4Address address = resolved(asked);
        if (address.isAnyLocalAddress()) {
            return new Reach(ALL, first().orElse(LOOPBACK_ADDRESS));
        }
        try {
            if (!address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw unusable(asked);
            }
        } catch (SocketException e) {
            throw new StartFailure(Words.of("bind.unusable", asked), Words.of("bind.unusable.advice"), e);
        }
        return new Reach(address.getHostAddress(), asked);
    }

    /** Other computers may come in. */
    public boolean isOpen() {
        return !bind.startsWith("127.");
    }

    /** What listens here can be reached on the loopback address too. */
    public boolean hasLoopback() {
        return ALL.equals(bind) || LOOPBACK_ADDRESS.equals(bind);
    }

    /** Whom the log-in asks for TLS, in the words of Keycloak and of the server: who opens the ports goes without. */
    public String tlsFor() {
        return isOpen() ? "none" : "external";
    }

    /** The address of a port, without a slash at the end. */
    public String url(int port) {
        return "http://" + host + ":" + port;
    }

    /** All addresses under which a browser may have opened a port. */
    public List<String> urls(int port) {
        return ALL.equals(bind) && !LOOPBACK_ADDRESS.equals(host)
                ? List.of(url(port), LOOPBACK.url(port))
                : List.of(url(port));
    }

    private static Inet4Address resolved(String asked) throws StartFailure {
        try {
            return Arrays.stream(InetAddress.getAllByName(asked))
                    .filter(Inet4Address.class::isInstance)
                    .map(Inet4Address.class::cast)
                    .findFirst()
                    .orElseThrow(() -> unusable(asked));
        } catch (UnknownHostException e) {
            throw new StartFailure(Words.of("bind.unusable", asked), Words.of("bind.unusable.advice"), e);
        }
    }

    /** The first address of this machine that other computers know. */
    private static Optional<String> first() throws StartFailure {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            throw new StartFailure(Words.of("bind.unusable", ALL), Words.of("bind.unusable.advice"), e);
        }
    }

    private static StartFailure unusable(String asked) {
        return new StartFailure(Words.of("bind.unusable", asked), Words.of("bind.unusable.advice"));
    }
}
