package org.fairlead.itests;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the tools say, from their bundle. */
public final class Words {

    public static final String BUNDLE = "org.fairlead.itests.tools";

    private Words() {}

    public static String of(String key, Object... values) {
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE).getString(key), Locale.ROOT).format(values);
    }
}
