package vn.hue.earchive.search.index;

/** What is read back of an entry. */
public record FoundEntry(String kind, Shown shown) {}
