package org.fairlead.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.junit.jupiter.api.Test;

/** Every word on a page comes from the bundles, and every key that a page or a bean names is there. */
class PagesSpeakInWordsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern EL = Pattern.compile("#\\{[^}]*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern PAGE_KEY =
            Pattern.compile("(?:msg\\[|words\\.(?:get|format)\\()\\s*'([^']+)'\\s*[],)]");
    /** Keys that are put together: the literal in front must begin some key. */
    private static final Pattern PAGE_FAMILY = Pattern.compile(
            "(?:msg\\[\\s*|words\\.(?:get|format|startingWith)\\(\\s*)'([^']+)'(?:\\.concat|\\s*\\)\\s*})");

    private static final Pattern JAVA_KEY =
            Pattern.compile("(?i)words(?:\\(\\))?\\s*\\.(?:get|format)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern JAVA_FAMILY = Pattern.compile(
            "(?i)words(?:\\(\\))?\\s*\\.(?:get|format|startingWith)\\(\\s*\"([^\"]+)\"\\s*(?:\\+|\\)\\s*;)");
    private static final Set<String> READ_ATTRIBUTES = Set.of(
            "label",
            "title",
            "placeholder",
            "alt",
            "aria-label",
            "ariaLabel",
            "header",
            "headerText",
            "summary",
            "detail",
            "emptyMessage",
            "requiredMessage",
            "validatorMessage",
            "converterMessage",
            "chooseLabel",
            "uploadLabel",
            "cancelLabel",
            "filterPlaceholder",
            "itemLabel",
            "onLabel",
            "offLabel",
            "invalidFileMessage",
            "invalidSizeMessage",
            "footerText",
            "legend",
            "watermark");

    /** Proper names that read the same in every language. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("Fairlead", "CSV", "PDF");

    @Test
    void pagesHaveNoWordsOfTheirOwn() throws IOException {
        var mistakes = new ArrayList<String>();

        for (var page : files(PAGES, ".xhtml")) {
            literals(page, mistakes);
        }

        assertThat(mistakes).isEmpty();
    }

    @Test
    void everyRefusalOfTheFacadesIsInWords() throws IOException {
        var mistakes = new ArrayList<String>();
        var words = Words.in(Language.EN);
        var refusal = Pattern.compile("new Refused\\(\\s*\"([^\"]+)\"\\s*[,)]");

        for (var source : files(Path.of("../ejb/src/main/java"), ".java")) {
            found(refusal, source)
                    .filter(k -> !words.has("refused." + k))
                    .forEach(k -> mistakes.add(source + ": refused." + k));
        }

        assertThat(mistakes).isEmpty();
    }

    @Test
    void everyKeyThatAScriptNamesIsThere() throws IOException {
        var mistakes = new ArrayList<String>();
        var words = Words.in(Language.EN);
        var key = Pattern.compile("\"((?:" + String.join("|", Words.AREAS) + ")\\.[A-Za-z][A-Za-z._-]*)\"");
        var family = Pattern.compile("`((?:" + String.join("|", Words.AREAS) + ")\\.[a-z.]*)\\$\\{");

        for (var script : files(PAGES, ".js")) {
            found(key, script)
                    .filter(k -> words.startingWith(k).isEmpty())
                    .forEach(k -> mistakes.add(script + ": " + k));
            found(family, script)
                    .filter(f -> words.startingWith(f).isEmpty())
                    .forEach(f -> mistakes.add(script + ": family " + f));
        }

        assertThat(mistakes).isEmpty();
    }

    @Test
    void everyKeyThatAPageOrABeanNamesIsThere() throws IOException {
        var mistakes = new ArrayList<String>();
        var words = Words.in(Language.EN);

        for (var page : files(PAGES, ".xhtml")) {
            found(PAGE_KEY, page).filter(k -> !words.has(k)).forEach(k -> mistakes.add(page + ": " + k));
            found(PAGE_FAMILY, page)
                    .filter(f -> words.startingWith(f).isEmpty())
                    .forEach(f -> mistakes.add(page + ": family " + f));
        }
        for (var source : files(SOURCES, ".java")) {
            found(JAVA_KEY, source).filter(k -> !words.has(k)).forEach(k -> mistakes.add(source + ": " + k));
            found(JAVA_FAMILY, source)
                    .filter(f -> words.startingWith(f).isEmpty())
                    .forEach(f -> mistakes.add(source + ": family " + f));
        }

        assertThat(mistakes).isEmpty();
    }

    private static void literals(Path page, List<String> mistakes) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true); // a text in one piece
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String silent = null;
        try (var in = Files.newInputStream(page)) {
            var reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        if (READ_ATTRIBUTES.contains(reader.getAttributeLocalName(i))) {
                            check(page, reader.getAttributeLocalName(i), reader.getAttributeValue(i), mistakes);
                        }
                    }
                    if (silent == null && Set.of("script", "style", "kbd").contains(reader.getLocalName())) {
                        silent = reader.getLocalName();
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals(silent)) {
                    silent = null;
                } else if (event == XMLStreamConstants.CHARACTERS && silent == null) {
                    check(page, "text", reader.getText(), mistakes);
                }
            }
        } catch (XMLStreamException e) {
            mistakes.add(page + " is not well-formed: " + e.getMessage());
        }
    }

    private static void check(Path page, String where, String text, List<String> mistakes) {
        var said = EL.matcher(text).replaceAll("").strip();
        if (LETTER.matcher(said).find() && !SAME_EVERYWHERE.contains(said)) {
            mistakes.add(page + ": " + where + " \"" + said + "\"");
        }
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        var text = Pattern.compile("<!--.*?-->", Pattern.DOTALL)
                .matcher(Files.readString(file))
                .replaceAll("");
        return pattern.matcher(text).results().map(r -> r.group(1));
    }

    private static List<Path> files(Path under, String ending) throws IOException {
        if (!Files.isDirectory(under)) {
            return List.of();
        }
        try (var all = Files.walk(under)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
