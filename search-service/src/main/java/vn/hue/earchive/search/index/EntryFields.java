package vn.hue.earchive.search.index;

/** Names of the fields in {@code index/entries-v2.json} that a query may use. */
public final class EntryFields {

    public static final String ENTRY_ID = "entryId";
    public static final String KIND = "kind";
    public static final String AGENCY_ID = "agencyId";
    public static final String DELETED = "deleted";
    public static final String ACCESS_MODE = "accessMode";
    public static final String TYPE_CODE = "typeCode";
    public static final String COVERED = "covered";
    public static final String SORT_DATE = "sortDate";
    public static final String NUMBERS = "numbers";
    public static final String TITLE_CANONICAL = "title.canonical";
    public static final String TITLE_PLAIN = "title.plain";
    public static final String TEXT_EXACT = "text.exact";
    public static final String TEXT_CANONICAL = "text.canonical";
    public static final String TEXT_PLAIN = "text.plain";

    /** Nested: each passage is asked for itself. */
    public static final String PASSAGES = "passages";

    public static final String PASSAGE_ACCESS_MODE = "passages.accessMode";
    public static final String PASSAGE_EXACT = "passages.exact";
    public static final String PASSAGE_CANONICAL = "passages.canonical";
    public static final String PASSAGE_PLAIN = "passages.plain";
    public static final String PASSAGE_SHOWN = "passages.shown";

    private EntryFields() {}
}
