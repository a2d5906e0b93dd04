package io.dianmai.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys of indexes as BSON values, one after the other. The order is total and otherwise of no meaning: an index is only asked for
 * whole keys. Without a type of their own each comparison in the tree serialises both keys.
 */
final class BsonKeyType extends BasicDataType<KeyValue> {
    /** No BSON value has it. */
    private static final byte MISSING = 0;

    private static final int USUAL_BYTES = 64;
    private static final int BYTES_OF_OBJECTS = 96;

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int order = Integer.compare(one.size(), other.size());
        for (int i = 0; order == 0 && i < one.size(); i++) {
            order = compareValues(one.get(i), other.get(i));
        }
        return order;
    }

    private static int compareValues(Object one, Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        byte type = typeOf(one);
        int order = Byte.compare(type, typeOf(other));
        return order != 0 || type == MISSING ? order : encoded(type, one).compareTo(encoded(type, other));
    }

    private static byte typeOf(Object value) {
        return value instanceof Missing ? MISSING : BsonEncoder.determineType(value);
    }

    private static ByteBuf encoded(byte type, Object value) {
        ByteBuf bson = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeValue(type, value, bson);
        return bson;
    }

    @Override
    public int getMemory(KeyValue key) {
        int bytes = 0;
        for (Object value : key) {
            byte type = typeOf(value);
            bytes += BYTES_OF_OBJECTS
                    + (type == MISSING ? 0 : encoded(type, value).readableBytes());
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        out.putVarInt(key.size());
        for (Object value : key) {
            byte type = typeOf(value);
            out.put(type);
            if (type != MISSING) {
                out.put(encoded(type, value).nioBuffer());
            }
        }
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        int size = DataUtils.readVarInt(in);
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(readValue(in));
        }
        return new KeyValue(values);
    }

    private static Object readValue(ByteBuffer in) {
        byte type = in.get();
        if (type == MISSING) {
            return Missing.getInstance();
        }
        ByteBuf rest = Unpooled.wrappedBuffer(in);
        Object value = BsonDecoder.decodeValue(type, rest);
        in.position(in.position() + rest.readerIndex());
        return value;
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
