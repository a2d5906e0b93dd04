package io.dianmai.lead.intake.adf;

import io.dianmai.lead.intake.adf.AdfText.Malformed;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads documents: without document types, without anything outside of them, and within limits. */
final class AdfDocument {
    static final int MOST_BYTES = 1 << 20;
    static final int MOST_PROSPECTS = 1_000;
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int LONGEST_TEXT = 100_000;

    private final Deque<AdfNode> open = new ArrayDeque<>();
    private int elements;

    private AdfDocument() {}

    /**
     * The prospects of a document, at least one.
     *
     * @throws Malformed when it cannot be read or goes beyond a limit
     */
    static List<AdfNode> prospects(byte[] bytes) throws Malformed {
        String text = AdfBytes.text(bytes).orElseThrow(() -> new Malformed(AdfProblem.NO_TEXT, ""));
        AdfNode root = new AdfDocument().read(AdfText.wellFormed(text));
        List<AdfNode> prospects = root.all("prospect").toList();
        if (prospects.isEmpty()) {
            throw new Malformed(AdfProblem.EMPTY, "");
        }
        if (prospects.size() > MOST_PROSPECTS) {
            throw new Malformed(AdfProblem.TOO_LARGE, "It has at most " + MOST_PROSPECTS + " prospects.");
        }
        return prospects;
    }

    private AdfNode read(String text) throws Malformed {
        var root = new AdfNode("all", "");
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            // The root around it, which is ours.
            xml.nextTag();
            open.push(root);
            while (xml.hasNext() && !open.isEmpty()) {
                event(xml.next(), xml);
            }
            return root;
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw new Malformed(AdfProblem.BROKEN, "Near line " + line + " elements do not fit into each other.");
        }
    }

    private void event(int event, XMLStreamReader xml) throws Malformed {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                AdfNode node = open.element();
                if (node.textLength() + xml.getTextLength() > LONGEST_TEXT) {
                    throw new Malformed(AdfProblem.TOO_LARGE, "A text has at most " + LONGEST_TEXT + " characters.");
                }
                node.append(xml.getText());
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Malformed(AdfProblem.DTD, "");
            default -> {
                // Nothing else says anything.
            }
        }
    }

    private void begin(XMLStreamReader xml) throws Malformed {
        if (open.size() > DEEPEST) {
            throw new Malformed(AdfProblem.TOO_LARGE, "Elements lie at most " + DEEPEST + " deep in each other.");
        }
        if (++elements > MOST_ELEMENTS) {
            throw new Malformed(AdfProblem.TOO_LARGE, "It has at most " + MOST_ELEMENTS + " elements.");
        }
        AdfNode node = open.element().add(xml.getLocalName());
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            node.attribute(xml.getAttributeLocalName(index), xml.getAttributeValue(index));
        }
        open.push(node);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
