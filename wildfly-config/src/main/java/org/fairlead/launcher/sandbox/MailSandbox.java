package org.fairlead.launcher.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server that passes nothing on: what it is handed is shown beside the short messages, in the place of the customers'
 * mailboxes. An address that begins with {@code nobody@} is nobody's.
 */
public final class MailSandbox implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_LINES = 5_000;

    private final ServerSocket socket;
    private final MessageSandbox shown;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "mail-sandbox");
        thread.setDaemon(true);
        return thread;
    });

    public MailSandbox(int port, MessageSandbox shown) throws IOException {
        this.socket = new ServerSocket(port, 20, InetAddress.getLoopbackAddress());
        this.shown = shown;
    }

    public MailSandbox start() {
        workers.execute(this::accept);
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger(MailSandbox.class.getName()).log(System.Logger.Level.WARNING, "port " + port(), e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                workers.execute(() -> talk(line));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.getLogger(MailSandbox.class.getName()).log(System.Logger.Level.WARNING, "no line", e);
                }
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            line.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = line.getOutputStream();
            say(out, "220 sandbox");
            List<String> to = new ArrayList<>();
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String verb = said.toUpperCase(Locale.ROOT);
                if (verb.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                say(out, verb.startsWith("DATA") ? taken(in, out, to) : answer(said, verb, to));
            }
        } catch (IOException e) {
            System.getLogger(MailSandbox.class.getName()).log(System.Logger.Level.INFO, "a line broke", e);
        }
    }

    private static String answer(String said, String verb, List<String> to) {
        if (verb.startsWith("RCPT TO:")) {
            Matcher address = ADDRESS.matcher(said);
            if (!address.find() || address.group(1).startsWith("nobody@")) {
                return "550 nobody here";
            }
            to.add(address.group(1));
            return "250 ok";
        }
        if (verb.startsWith("MAIL FROM:") || verb.startsWith("RSET")) {
            to.clear();
            return "250 ok";
        }
        return verb.startsWith("EHLO") || verb.startsWith("HELO") || verb.startsWith("NOOP") ? "250 ok" : "502 unknown";
    }

    private String taken(BufferedReader in, OutputStream out, List<String> to) throws IOException {
        if (to.isEmpty()) {
            return "503 for whom";
        }
        say(out, "354 go on");
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (lines.size() < MOST_LINES) {
                lines.add(line.startsWith(".") ? line.substring(1) : line);
            }
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the mail was broken off");
        }
        MailText mail = new MailText(lines);
        String text = mail.header("Subject") + "\n" + mail.text();
        String reference = mail.header("X-Fairlead-Reference");
        to.forEach(one -> shown.keep(mail.header("Message-ID"), reference, mail.header("From"), one, text));
        return "250 taken";
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
