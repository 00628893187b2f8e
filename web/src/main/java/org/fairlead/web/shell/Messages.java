package org.fairlead.web.shell;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.fairlead.i18n.Words;

/** The words of the viewer's language for pages: {@code #{msg['desk.title']}}, with arguments {@code #{viewer.words.format(...)}}. */
@Dependent
public class Messages {

    @Inject
    private Viewer viewer;

    @Produces
    @Dependent
    @Named("msg")
    Map<String, String> msg() {
        return new View(viewer.getWords());
    }

    private static final class View extends AbstractMap<String, String> {

        private final Words words;

        View(Words words) {
            this.words = words;
        }

        @Override
        public String get(Object key) {
            return words.get(String.valueOf(key));
        }

        @Override
        public boolean containsKey(Object key) {
            return words.has(String.valueOf(key));
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return words.startingWith("").entrySet();
        }
    }
}
