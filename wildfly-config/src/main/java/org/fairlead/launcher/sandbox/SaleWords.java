package org.fairlead.launcher.sandbox;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sandbox's pages in the customer's language; English where it does not speak it. */
final class SaleWords {

    private final Locale locale;
    private final ResourceBundle bundle;

    SaleWords(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = ResourceBundle.getBundle(
                "org.fairlead.launcher.sandbox.pages",
                locale,
                SaleWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String get(String key) {
        return escaped(bundle.getString(key));
    }

    String language() {
        return escaped(
                bundle.getLocale().getLanguage().isEmpty()
                        ? "en"
                        : bundle.getLocale().getLanguage());
    }

    String money(Sale.Order order) {
        Currency currency = Currency.getInstance(order.currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return escaped(format.format(BigDecimal.valueOf(order.minor(), currency.getDefaultFractionDigits())));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
