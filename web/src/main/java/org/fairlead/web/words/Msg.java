package org.fairlead.web.words;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words of the interface in the reader's language: {@code #{msg['common.save']}}, and with arguments
 * {@code #{msg.format('common.rows', n)}}. Keys that are put together at run time name their family as a literal:
 * {@code #{msg.of('presence', p)}}, so that the tests can hold each member of the family against the bundles.
 */
@Named
@RequestScoped
public class Msg extends AbstractMap<String, String> {

    private @Nullable Reader reader;

    /** For the proxy. */
    protected Msg() {}

    @Inject
    public Msg(Reader reader) {
        this.reader = reader;
    }

    @Override
    public String get(@Nullable Object key) {
        return words().get(String.valueOf(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return words().has(String.valueOf(key));
    }

    public String format(String key, @Nullable Object... arguments) {
        return words().format(key, arguments);
    }

    /** One word of a family, for enum values and other codes. */
    public String of(String family, @Nullable Object member) {
        return member == null ? "" : words().get(family + "." + member);
    }

    /** The words that a page's script needs. */
    public Map<String, String> startingWith(String prefix) {
        return words().startingWith(prefix);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return words().startingWith("").entrySet();
    }

    public Words words() {
        return Words.in(reader == null ? Language.EN : reader.getLanguage());
    }
}
