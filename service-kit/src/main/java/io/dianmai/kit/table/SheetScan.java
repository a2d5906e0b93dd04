package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the reader of sheets would trust: a cell in column {@code ZZZZZZ} makes it allocate a row of hundreds
 * of millions of cells. A document type has no place in a workbook either.
 */
final class SheetScan {
    /** XFD, the last column that spreadsheets have. */
    private static final int LAST_COLUMN = 16_384;

    private static final int LETTERS = 26;

    private SheetScan() {}

    static void check(CountedInput part) throws IOException, UnreadableTable {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new Unclosed(part));
            while (xml.hasNext()) {
                check(xml.next(), xml);
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof CountedInput.TooMuch bomb) {
                throw bomb;
            }
            throw new UnreadableTable(Reason.BROKEN, "A part of the workbook is damaged.", broken);
        }
    }

    private static void check(int event, XMLStreamReader xml) throws UnreadableTable {
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadableTable(Reason.BROKEN, "A part of the workbook declares a document type.");
        }
        if (event == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("c")
                && column(xml.getAttributeValue(null, "r")) > LAST_COLUMN) {
            throw new UnreadableTable(Reason.BROKEN, "A cell lies beyond the last column, XFD.");
        }
    }

    /** 1 for A; beyond the last one for whatever has more letters. */
    private static int column(@Nullable String address) {
        int column = 0;
        for (int i = 0; address != null && i < address.length() && column <= LAST_COLUMN; i++) {
            char letter = Character.toUpperCase(address.charAt(i));
            if (letter >= '0' && letter <= '9') {
                break;
            }
            if (letter != '$') {
                column = letter < 'A' || letter > 'Z' ? LAST_COLUMN + 1 : column * LETTERS + letter - 'A' + 1;
            }
        }
        return column;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The parser would close what is still to be drained. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length);
        }

        @Override
        public void close() {
            // Whoever opened it closes it.
        }
    }
}
