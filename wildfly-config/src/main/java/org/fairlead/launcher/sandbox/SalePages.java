package org.fairlead.launcher.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the sandbox shows: the card's form, how it went, and the demo's list of what was asked for. */
final class SalePages {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title>
            <meta name="viewport" content="width=device-width">
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#16202b}
            h1{font-size:1.3rem}label{display:block;margin:.8rem 0 .2rem}input{font:inherit;padding:.5rem;width:100%%;box-sizing:border-box;
            border:1px solid #62707f;border-radius:4px}button{font:inherit;margin-top:1rem;padding:.5rem 1.2rem;border:0;border-radius:4px;
            background:#1c5596;color:#fff}table{border-collapse:collapse;width:100%%}td,th{text-align:start;padding:.4rem;border-bottom:1px solid #d5dbe1}
            .note{color:#4a5866}.bad{color:#a8141c}</style></head><body><h1>%2$s</h1>%3$s<p class="note">%4$s</p></body></html>
            """;

    private SalePages() {}

    /** @param wrong key of the words about the last try; empty at first */
    static String card(Sale sale, String wrong) {
        SaleWords words = new SaleWords(sale.order().language());
        String form =
                """
                <p><b id="amount">%s</b></p>%s<form method="post" autocomplete="off">
                <label for="card">%s</label><input id="card" name="card" inputmode="numeric" maxlength="23" required autofocus>
                <label for="until">%s</label><input id="until" name="until" inputmode="numeric" maxlength="5" placeholder="MM/YY" required>
                <label for="code">%s</label><input id="code" name="code" inputmode="numeric" maxlength="4" required>
                <button id="pay">%s</button></form>
                """
                        .formatted(
                                words.money(sale.order()),
                                wrong.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + words.get(wrong) + "</p>",
                                words.get(sale.order().keypad() ? "keypad.card" : "card"),
                                words.get("until"),
                                words.get("code"),
                                words.get("pay"));
        return page(words, sale.order().keypad() ? "keypad.title" : "title", form);
    }

    static String ended(Sale sale) {
        SaleWords words = new SaleWords(sale.order().language());
        String key = "state." + sale.state().name().toLowerCase(Locale.ROOT);
        return page(words, "title", "<p id=\"state\" data-state=\"%s\">%s</p>".formatted(sale.state(), words.get(key)));
    }

    static String absent() {
        SaleWords words = new SaleWords("en");
        return page(words, "title", "<p>" + words.get("absent") + "</p>");
    }

    /** What a real provider would never show: the telephones of the demo's customers, and a bank that takes money back. */
    static String all(List<Sale> sales) {
        SaleWords words = new SaleWords("en");
        String rows = sales.stream().map(sale -> row(sale, words)).collect(Collectors.joining());
        return page(
                words,
                "all.title",
                "<p>" + words.get("all.text") + "</p><table><thead><tr><th>" + words.get("all.amount") + "</th><th>"
                        + words.get("all.state") + "</th><th></th></tr></thead><tbody>" + rows + "</tbody></table>");
    }

    private static String row(Sale sale, SaleWords words) {
        String act =
                switch (sale.state()) {
                    case OPEN -> sale.order().keypad()
                            ? "<a href=\"/pay/%s\">%s</a>".formatted(sale.page(), words.get("all.keypad"))
                            : "";
                    case PAID -> "<form method=\"post\" action=\"/returned/%s\"><button>%s</button></form>"
                            .formatted(sale.page(), words.get("all.return"));
                    case FAILED, RETURNED -> "";
                };
        String key = "state." + sale.state().name().toLowerCase(Locale.ROOT);
        return "<tr><td>%s</td><td>%s</td><td>%s</td></tr>".formatted(words.money(sale.order()), words.get(key), act);
    }

    private static String page(SaleWords words, String title, String body) {
        return PAGE.formatted(words.language(), words.get(title), body, words.get("sandbox"));
    }
}
