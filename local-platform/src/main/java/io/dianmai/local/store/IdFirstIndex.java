package io.dianmai.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index of {@code _id}, used also where a query asks for more than the id. The store's own serves queries for the id alone, so
 * that each guarded write, {@code {_id, version}} for example, would look at every document of its collection. Whatever it
 * finds the store still holds against the whole query.
 */
final class IdFirstIndex<P> extends Index<P> {
    private static final String ID = "_id";
    private static final String AND = "$and";

    private final Index<P> index;

    private IdFirstIndex(Index<P> index) {
        super(index.getName(), index.getKeys(), false);
        this.index = index;
    }

    /** The same index, quicker if it is that of ids. */
    static <P> Index<P> of(Index<P> index) {
        boolean ofIds = index.getKeys().stream().map(IndexKey::getKey).toList().equals(List.of(ID));
        return ofIds ? new IdFirstIndex<>(index) : index;
    }

    @Override
    public boolean canHandle(Document query) {
        Document id = id(query);
        return id != null && index.canHandle(id);
    }

    @Override
    public Iterable<P> getPositions(Document query) {
        Document id = id(query);
        return index.getPositions(id == null ? query : id);
    }

    /** What the query says of the id, if every document that it means must have that. */
    private static @Nullable Document id(Document query) {
        if (query.containsKey(ID)) {
            return new Document(ID, query.get(ID));
        }
        if (query.get(AND) instanceof Iterable<?> all) {
            for (Object part : all) {
                Document id = part instanceof Document document ? id(document) : null;
                if (id != null) {
                    return id;
                }
            }
        }
        return null;
    }

    @Override
    public P getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<P> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, P position, MongoCollection<P> collection) {
        index.add(document, position, collection);
    }

    @Override
    public P remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<P> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, P position, MongoCollection<P> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
