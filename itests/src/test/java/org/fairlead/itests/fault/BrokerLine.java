package org.fairlead.itests.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line between a site and the centre's broker. While it is cut, it is as if no broker ran: nobody listens. */
final class BrokerLine implements AutoCloseable {

    private final int port;
    private final int broker;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService carriers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "broker-line");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ServerSocket door;

    BrokerLine(int broker) throws IOException {
        this.broker = broker;
        door = open(0);
        port = door.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Every connection is gone, and no new one comes about. */
    void cut() throws IOException {
        door.close();
        ends.forEach(BrokerLine::end);
    }

    void mend() throws IOException {
        door = open(port);
    }

    private ServerSocket open(int wanted) throws IOException {
        ServerSocket fresh = new ServerSocket();
        fresh.setReuseAddress(true);
        fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        carriers.execute(() -> listen(fresh));
        return fresh;
    }

    private void listen(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket site = at.accept();
                ends.add(site);
                carriers.execute(() -> connect(site));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket site) {
        try (site;
                Socket centre = new Socket(InetAddress.getLoopbackAddress(), broker)) {
            ends.add(centre);
            carriers.execute(() -> carry(site, centre));
            carry(centre, site);
            ends.remove(centre);
        } catch (IOException refused) {
            // As behind any line: nobody is there, and the caller sees the connection end.
            end(site);
        } finally {
            ends.remove(site);
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException over) {
            end(from);
        }
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that cannot be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        carriers.shutdownNow();
    }
}
