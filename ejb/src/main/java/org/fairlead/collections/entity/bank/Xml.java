package org.fairlead.collections.entity.bank;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;

/**
 * One element of a bank's message with all that is in it, by local names: the same elements mean the same in every
 * version of a message, whose namespaces differ.
 */
final class Xml {

    /** Deeper than any message of ISO 20022, and shallow enough for any stack. */
    private static final int DEEPEST = 40;

    private final String name;
    private final String currency;
    private final StringBuilder text = new StringBuilder();
    private final List<Xml> children = new ArrayList<>();

    private Xml(String name, String currency) {
        this.name = name;
        this.currency = currency;
    }

    String name() {
        return name;
    }

    /** The {@code Ccy} attribute, or empty. */
    String currency() {
        return currency;
    }

    List<Xml> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** The first element at this path of local names. */
    Optional<Xml> at(String... path) {
        Optional<Xml> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(
                    e -> e.children.stream().filter(c -> c.name.equals(step)).findFirst());
        }
        return found;
    }

    /** The words at this path, trimmed; empty when nothing stands there. */
    String text(String... path) {
        return at(path).map(e -> e.text.toString().strip()).orElse("");
    }

    /**
     * Walks a message and hands over each element of these names whole, once it is closed; others are looked into, not
     * kept. A document type declaration is refused: no statement has one, and every attack by entities begins with it.
     */
    static void walk(InputStream in, List<String> wanted, Consumer<Xml> taker) throws Refusal {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            boolean anything = false;
            while (reader.hasNext()) {
                int event = reader.next();
                refuseDoctype(event, reader);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    anything = true;
                    if (wanted.contains(reader.getLocalName())) {
                        taker.accept(element(reader, 0));
                    }
                }
            }
            if (!anything) {
                throw new Refusal(Fault.EMPTY, "", "");
            }
        } catch (XMLStreamException e) {
            throw new Refusal(Fault.NOT_XML, "line " + e.getLocation().getLineNumber(), String.valueOf(e.getMessage()));
        }
    }

    private static Xml element(XMLStreamReader reader, int depth) throws XMLStreamException, Refusal {
        if (depth > DEEPEST) {
            throw new Refusal(Fault.NOT_A_STATEMENT, reader.getLocalName(), "nested too deep");
        }
        String currency = reader.getAttributeValue(null, "Ccy");
        Xml element = new Xml(reader.getLocalName(), currency == null ? "" : currency);
        while (true) {
            int event = reader.next();
            refuseDoctype(event, reader);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> element.children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> element.text
                        .append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private static void refuseDoctype(int event, XMLStreamReader reader) throws Refusal {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refusal(Fault.DOCTYPE, "line " + reader.getLocation().getLineNumber(), "");
        }
    }
}
