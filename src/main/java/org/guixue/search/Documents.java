package org.guixue.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.guixue.identity.SchoolGrade;

/** Entries become Lucene documents: this is the shape of the index. A change here raises {@link #SHAPE}. */
final class Documents {
    /** Version of this shape; an index of another one is rebuilt. */
    static final String SHAPE = "5";

    static final String KEY = "key";
    static final String TYPE = "type";
    static final String RECORD = "record";
    static final String STUDENT = "student";
    static final String ID = "id";
    static final String VISIBLE_TO = "visibleTo";
    static final String NAME = "name";
    static final String NAME_KEY = "nameKey";
    static final String NAME_SORT = "nameSort";
    static final String SECRET = "secret";
    static final String NUMBER = "number";
    static final String NUMBER_KEY = "numberKey";
    static final String TEXT = "text";
    static final String SENSITIVE = "sensitive";
    static final String SERIAL = "serial";
    static final String ARCHIVAL_NUMBER = "archivalNumber";
    static final String FORM = "form";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String MASKED_ID = "maskedId";
    static final String STUDENT_ID = "studentId";
    static final String SCHOOL = "school";
    static final String TOWNSHIP = "township";
    static final String YEAR = "year";
    static final String ISSUED_ON = "issuedOn";
    static final String STATE = "state";
    static final String GRADE = "grade";
    static final String CLASS_SORT = "classSort";

    /** Before a group's name: the days on which a child belongs to it. */
    static final String HELD = "held.";

    /** Between an office's id and its name in a facet. */
    static final char TAB = '\t';

    private static final int LONGEST_SORT_KEY = 200;
    private static final FieldType TOKENS = tokens();

    private final Digests digests;

    Documents(Digests digests) {
        this.digests = digests;
    }

    static Term keyOf(String type, long id) {
        return new Term(KEY, type + id);
    }

    Document of(RecordEntry entry) {
        Document document = new Document();
        identity(document, RECORD, entry.id(), entry.visibleTo());
        child(document, entry.studentName(), entry.nationalId(), entry.studentNumber());
        places(document, entry.school(), entry.township());
        number(document, SERIAL, entry.serial());
        number(document, ARCHIVAL_NUMBER, entry.archivalNumber());
        exact(document, FORM, entry.form());
        facet(document, KIND, entry.kind());
        facet(document, YEAR, Integer.toString(entry.year()));
        exact(document, STATE, entry.state());
        entry.studentId().ifPresent(id -> exact(document, STUDENT_ID, Long.toString(id)));
        document.add(new LongField(ISSUED_ON, entry.issuedOn().toEpochDay(), Field.Store.YES));
        document.add(new StoredField(TITLE, entry.title()));
        document.add(new StoredField(MASKED_ID, entry.maskedId()));
        text(document, TEXT, entry.text());
        text(document, SENSITIVE, entry.sensitiveText());
        search(
                document,
                TEXT,
                List.of(entry.title(), entry.kind(), name(entry.school()), name(entry.township()), entry.text()));
        search(document, SENSITIVE, List.of(entry.sensitiveText()));
        return document;
    }

    Document of(StudentEntry entry) {
        Document document = new Document();
        identity(document, STUDENT, entry.id(), entry.visibleTo());
        child(document, entry.name(), entry.nationalId(), entry.studentNumber());
        places(document, entry.school(), entry.township());
        search(
                document,
                TEXT,
                List.of(
                        name(entry.school()),
                        name(entry.township()),
                        entry.grade() + entry.schoolClass(),
                        entry.sex(),
                        entry.stateLabel()));
        exact(document, STATE, entry.state());
        exact(document, GRADE, SchoolGrade.key(entry.grade()));
        document.add(new SortedDocValuesField(CLASS_SORT, new BytesRef(classKey(entry))));
        entry.held().forEach(held -> document.add(held(held)));
        return document;
    }

    private static String classKey(StudentEntry entry) {
        String school = NamePinyin.sortKey(name(entry.school()));
        return "%s %02d %03d %s"
                .formatted(
                        school.substring(0, Math.min(school.length(), LONGEST_SORT_KEY)),
                        SchoolGrade.number(entry.grade()),
                        SchoolGrade.classNumber(entry.schoolClass()),
                        entry.schoolClass()
                                .substring(0, Math.min(entry.schoolClass().length(), 40)));
    }

    private static LongRange held(StudentEntry.Held held) {
        long[] from = {held.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE)};
        long[] until = {held.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)};
        return new LongRange(HELD + held.category(), from, until);
    }

    private static void identity(Document document, String type, long id, Set<Long> visibleTo) {
        document.add(new StringField(KEY, type + id, Field.Store.NO));
        document.add(new StringField(TYPE, type, Field.Store.NO));
        document.add(new LongField(ID, id, Field.Store.YES));
        for (long office : visibleTo) {
            document.add(new StringField(VISIBLE_TO, Long.toString(office), Field.Store.NO));
        }
    }

    private void child(Document document, String name, String nationalId, String studentNumber) {
        List<Folded.Item> items = Folded.closed(name);
        document.add(new Field(NAME, TokenList.ofName(items), TOKENS));
        document.add(new StoredField(NAME, name));
        document.add(new StringField(NAME_KEY, Folded.key(items), Field.Store.NO));
        String sortKey = NamePinyin.sortKey(name);
        document.add(new SortedDocValuesField(
                NAME_SORT, new BytesRef(sortKey.substring(0, Math.min(sortKey.length(), LONGEST_SORT_KEY)))));
        String id = OfficialNumber.bare(nationalId);
        if (id.length() >= 6) {
            secret(document, digests.whole(id));
            secret(document, digests.firstSix(id.substring(0, 6)));
            secret(document, digests.lastFour(id.substring(id.length() - 4)));
        }
        String number = OfficialNumber.bare(studentNumber);
        if (!number.isEmpty()) {
            secret(document, digests.studentNumber(number));
        }
    }

    private static void secret(Document document, String digest) {
        document.add(new StringField(SECRET, digest, Field.Store.NO));
    }

    private static void places(Document document, Optional<Place> school, Optional<Place> township) {
        school.ifPresent(place -> place(document, SCHOOL, place));
        township.ifPresent(place -> place(document, TOWNSHIP, place));
    }

    private static void place(Document document, String field, Place place) {
        document.add(new StringField(field, Long.toString(place.id()), Field.Store.NO));
        String value = Long.toString(place.id()) + TAB + place.name();
        document.add(new StoredField(field, value));
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static void number(Document document, String field, String number) {
        List<Folded.Item> items = OfficialNumber.items(number);
        document.add(new StoredField(field, number));
        document.add(new Field(NUMBER, TokenList.ofText(items), TOKENS));
        if (!items.isEmpty()) {
            document.add(new StringField(NUMBER_KEY, Folded.key(items), Field.Store.NO));
        }
    }

    private static void facet(Document document, String field, String value) {
        exact(document, field, value);
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static void exact(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
    }

    private static void text(Document document, String field, String text) {
        if (!text.isEmpty()) {
            document.add(new StoredField(field, text));
        }
    }

    private static void search(Document document, String field, List<String> texts) {
        document.add(new Field(field, TokenList.ofText(Folded.of(String.join("\n", texts))), TOKENS));
    }

    private static String name(Optional<Place> place) {
        return place.map(Place::name).orElse("");
    }

    private static FieldType tokens() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
