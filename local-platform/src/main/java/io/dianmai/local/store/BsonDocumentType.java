package io.dianmai.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents as BSON. The file's own way, Java's serialisation, costs several times the time and the space. */
final class BsonDocumentType extends BasicDataType<Document> {
    private static final int USUAL_BYTES = 1024;
    /** A document of maps, entries and boxed values, against its BSON. */
    private static final int LARGER_IN_MEMORY = 4;

    @Override
    public int getMemory(Document document) {
        return LARGER_IN_MEMORY * encoded(document).readableBytes();
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        // From samples: what a document takes in memory is a guess anyway.
        return true;
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        out.put(encoded(document).nioBuffer());
    }

    @Override
    public Document read(ByteBuffer in) {
        ByteBuf rest = Unpooled.wrappedBuffer(in);
        Document document = BsonDecoder.decodeBson(rest);
        in.position(in.position() + rest.readerIndex());
        return document;
    }

    private static ByteBuf encoded(Document document) {
        ByteBuf bson = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, bson);
        return bson;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
