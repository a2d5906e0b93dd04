package io.dianmai.kit.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** A file to be read, more than once: first to look whether it may be, then to be read. */
sealed interface TableSource {
    long size() throws IOException;

    InputStream open() throws IOException;

    SeekableByteChannel channel() throws IOException;

    ReadableWorkbook workbook(ReadingOptions options) throws IOException;

    /** A small one. */
    final class InMemory implements TableSource {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public SeekableByteChannel channel() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public ReadableWorkbook workbook(ReadingOptions options) throws IOException {
            return new ReadableWorkbook(open(), options);
        }
    }

    /** A large one. */
    record OnDisk(Path file) implements TableSource {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return Files.newByteChannel(file);
        }

        @Override
        public ReadableWorkbook workbook(ReadingOptions options) throws IOException {
            return new ReadableWorkbook(file.toFile(), options);
        }
    }
}
