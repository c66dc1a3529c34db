package org.guixue.search;

/** The index of today's shape that is filled beside one of another shape or a damaged one, which answers until {@link SearchIndex#succeed}. */
final class Successor implements IndexFeed {
    private final ShapedIndex index;
    private final Documents documents;

    Successor(ShapedIndex index, Documents documents) {
        this.index = index;
        this.documents = documents;
    }

    ShapedIndex index() {
        return index;
    }

    @Override
    public long lastOutboxNumber() {
        return index.lastOutboxNumber();
    }

    @Override
    public void put(RecordEntry entry, long outboxNumber) {
        index.replace(Documents.keyOf(Documents.RECORD, entry.id()), documents.of(entry), outboxNumber);
    }

    @Override
    public void putStudent(StudentEntry entry, long outboxNumber) {
        index.replace(Documents.keyOf(Documents.STUDENT, entry.id()), documents.of(entry), outboxNumber);
    }

    @Override
    public void commit() {
        index.commit();
    }
}
