package org.fairlead.web.pay;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.fairlead.collections.CardDoors;
import org.fairlead.collections.CardDoors.Link;
import org.fairlead.i18n.Words;
import org.fairlead.shared.Refused;

/**
 * The page behind a link to pay. Looking at it does not use the link up, because telephones look at links by themselves; the
 * button does, and leads to the provider. It says nothing of a debt to whoever holds the telephone.
 */
@WebServlet("/pay/*")
public class PayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><link rel="stylesheet" href="/assets/css/fonts.css">
            <link rel="stylesheet" href="/assets/css/tokens.css"><link rel="stylesheet" href="/assets/css/base.css">
            <link rel="stylesheet" href="/assets/css/components.css"></head>
            <body class="error-page"><main class="empty"><h1>%s</h1>%s</main></body></html>
            """;

    @EJB
    private transient CardDoors cards;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Link link = cards.link(token(request));
        Words words = words(request, link);
        if (!link.open()) {
            say(response, link, words, HttpServletResponse.SC_GONE, "shell.pay.invalid");
            return;
        }
        String form = "<p>%s</p><form method=\"post\"><button class=\"btn primary\" id=\"go\">%s</button></form>"
                .formatted(escaped(words.get("shell.pay.text")), escaped(words.get("shell.pay.go")));
        page(response, link, words, HttpServletResponse.SC_OK, form);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request);
        Link link = cards.link(token);
        try {
            String page = cards.open(token).toString();
            head(response, link);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", page);
        } catch (Refused refused) {
            boolean later = refused.key().equals("card.provider");
            int status = later ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_GONE;
            say(response, link, words(request, link), status, later ? "shell.pay.later" : "shell.pay.invalid");
        }
    }

    private static String token(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.length() > 200 ? "" : path.substring(1);
    }

    /** The debtor's language; a stranger's is the browser's. */
    private static Words words(HttpServletRequest request, Link link) {
        String language = link.language();
        return Words.in(language == null ? request.getLocale() : Locale.forLanguageTag(language));
    }

    private static void say(HttpServletResponse response, Link link, Words words, int status, String key)
            throws IOException {
        page(response, link, words, status, "<p id=\"said\">" + escaped(words.get(key)) + "</p>");
    }

    private static void page(HttpServletResponse response, Link link, Words words, int status, String body)
            throws IOException {
        head(response, link);
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        String title = escaped(words.get("shell.pay.title"));
        String client = Objects.requireNonNullElse(link.client(), "");
        response.getWriter()
                .write(PAGE.formatted(words.language().tag(), title, client.isEmpty() ? title : escaped(client), body));
    }

    private static void head(HttpServletResponse response, Link link) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + link.provider());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
