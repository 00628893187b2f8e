package org.fairlead.i18n;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One area's words in one language, as the file has them. Broken UTF-8 is an error, never a question mark. */
record Bundle(String area, Language language, Map<String, String> words, List<String> repeated) {

    static Bundle load(String area, Language language) {
        var name = area + "_" + language.tag() + ".properties";
        var words = new LinkedHashMap<String, String>();
        var repeated = new ArrayList<String>();
        try (var stream = Bundle.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no bundle " + name);
            }
            var strict = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            new Reading(words, repeated).load(new BufferedReader(new InputStreamReader(stream, strict)));
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + name, e);
        }
        return new Bundle(area, language, Map.copyOf(words), List.copyOf(repeated));
    }

    /** Reads a file in the format of {@link Properties}, but keeps its order and notices keys that come twice. */
    private static final class Reading extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> words;
        private final transient List<String> repeated;

        Reading(Map<String, String> words, List<String> repeated) {
            this.words = words;
            this.repeated = repeated;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (words.put((String) key, (String) value) != null) {
                repeated.add((String) key);
            }
            return key;
        }

        @Override
        public synchronized boolean equals(Object other) {
            return this == other;
        }

        @Override
        public synchronized int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
