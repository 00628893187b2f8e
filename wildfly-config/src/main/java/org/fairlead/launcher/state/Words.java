package org.fairlead.launcher.state;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The launcher's own words. */
public final class Words {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.fairlead.launcher.messages", Locale.ROOT, Words.class.getClassLoader());

    private Words() {}

    /** The text of a key with its values in place. */
    public static String of(String key, @Nullable Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
