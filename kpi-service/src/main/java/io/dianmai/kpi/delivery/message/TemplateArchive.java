package io.dianmai.kpi.delivery.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dianmai.kpi.delivery.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The templates that headquarters have changed, one document each; there are a few dozen at most. */
@Component
public class TemplateArchive {
    private static final String COLLECTION = "message_templates";
    private static final String ID = "_id";
    private static final String SUBJECT = "subject";
    private static final String LANGUAGE = "language";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String REVISION = "revision";
    private static final String BY = "by";
    private static final String AT = "at";

    private final MongoTemplate mongo;

    TemplateArchive(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All of them; those of subjects that this version does not know are left alone. */
    public Map<TemplateKey, OwnTemplate> all() {
        Map<TemplateKey, OwnTemplate> found = new HashMap<>();
        documents().find().forEach(document -> read(document).ifPresent(own -> found.put(own.key(), own)));
        return found;
    }

    public Optional<OwnTemplate> find(TemplateKey key) {
        return Optional.ofNullable(documents().find(eq(ID, key.id())).first()).flatMap(TemplateArchive::read);
    }

    /**
     * Keeps a change if nobody else has changed it since.
     *
     * @return whether it was kept
     */
    public boolean keep(OwnTemplate changed) {
        Document document = document(changed);
        if (changed.revision() > 1) {
            var before = and(eq(ID, changed.key().id()), eq(REVISION, changed.revision() - 1));
            return documents().replaceOne(before, document).getMatchedCount() == 1;
        }
        try {
            documents().insertOne(document);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failed;
        }
    }

    private static Document document(OwnTemplate own) {
        Document document = new Document(ID, own.key().id())
                .append(SUBJECT, own.key().subject().name())
                .append(LANGUAGE, own.key().language().name())
                .append(REVISION, own.revision())
                .append(BY, own.by())
                .append(AT, own.at().toString());
        TemplateText text = own.text();
        return text == null ? document : document.append(TITLE, text.title()).append(TEXT, text.text());
    }

    private static Optional<OwnTemplate> read(Document document) {
        Language language = Language.valueOf(document.getString(LANGUAGE));
        return MessageSubject.named(document.getString(SUBJECT))
                .map(subject -> new OwnTemplate(
                        new TemplateKey(subject, language),
                        text(document),
                        document.getInteger(REVISION),
                        document.getString(BY),
                        Instant.parse(document.getString(AT))));
    }

    private static @Nullable TemplateText text(Document document) {
        @Nullable String title = document.getString(TITLE);
        return title == null ? null : new TemplateText(title, document.getList(TEXT, String.class));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
