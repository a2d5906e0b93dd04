package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through the parts of an XLSX file before its reader sees them. They are found as the reader finds them, by
 * the central directory, inflated into nothing and counted, so what a part claims to be does not matter.
 */
final class XlsxParts {
    private static final int MOST_PARTS = 500;
    /** Small parts may shrink as well as they can. */
    private static final long SMALL = 1 << 20;
    /** The one part that is held in memory while the others are read. */
    private static final String SHARED_TEXTS = "sharedStrings.xml";

    private static final long MOST_SHARED_TEXTS = 48 << 20;

    private final TableLimits limits;
    private long inflated;

    private XlsxParts(TableLimits limits) {
        this.limits = limits;
    }

    static void check(TableSource source, TableLimits limits) throws UnreadableTable {
        try (SeekableByteChannel channel = source.channel();
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            new XlsxParts(limits).check(zip);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableTable(Reason.BROKEN, "It begins like an XLSX file but is damaged.", broken);
        }
    }

    private void check(ZipFile zip) throws IOException, UnreadableTable {
        int parts = 0;
        for (Iterator<ZipArchiveEntry> entries = zip.getEntries().asIterator(); entries.hasNext(); ) {
            ZipArchiveEntry entry = entries.next();
            if (++parts > MOST_PARTS) {
                throw new UnreadableTable(Reason.BOMB, "A workbook has at most " + MOST_PARTS + " parts.");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableTable(Reason.PROTECTED, "It has a password: save it without one.");
            }
            check(zip, entry);
        }
    }

    private void check(ZipFile zip, ZipArchiveEntry entry) throws IOException, UnreadableTable {
        try (InputStream content = zip.getInputStream(entry);
                CountedInput counted = new CountedInput(content, limitFor(entry))) {
            if (entry.getName().endsWith(".xml")) {
                SheetScan.check(counted);
            }
            counted.drain();
            inflated += counted.count();
        } catch (CountedInput.TooMuch bomb) {
            throw new UnreadableTable(
                    Reason.BOMB,
                    "A part of it becomes too large: at most %d bytes together, and %d times its size."
                            .formatted(limits.inflatedBytes(), limits.ratio()),
                    bomb);
        }
    }

    private long limitFor(ZipArchiveEntry entry) {
        long byRatio = Math.max(SMALL, Math.max(0, entry.getCompressedSize()) * limits.ratio());
        long byKind = entry.getName().endsWith(SHARED_TEXTS) ? MOST_SHARED_TEXTS : Long.MAX_VALUE;
        return Math.min(Math.min(byRatio, byKind), limits.inflatedBytes() - inflated);
    }
}
